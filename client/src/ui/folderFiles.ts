/** Folders on the user's machine, by URI; paths go from the folder on, with slashes. */
export interface FolderFiles {
  /** Undefined when the user gives up. */
  chooseFolder(title: string, button: string): Promise<string | undefined>;
  chooseFile(
    title: string,
    button: string,
  ): Promise<{ readonly name: string; readonly text: string } | undefined>;
  /** Undefined where there is no such file. */
  read(folder: string, path: string): Promise<string | undefined>;
  /** With the folders it takes. */
  write(folder: string, path: string, text: string): Promise<void>;
  uriOf(folder: string, path: string): string;
}
