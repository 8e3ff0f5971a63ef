/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const longest = 100;

/**
 * Names of files for policies, each its own on every system: of a name, whatever it holds, nothing is left that leads
 * out of a folder or hides the file.
 */
export function fileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeName(name);
    let free = safe;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${safe}-${number}`;
    taken.add(free.toLowerCase());
    return `${free}.json`;
  });
}

/** A name for a file or a folder, without an ending. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[^\w+=,.@-]+/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, longest);
  return plain === '' || devices.test(plain) ? `_${plain}` : plain;
}

/** Whether a path of a manifest stays in the folder: names with slashes between, none of them hidden. */
export function isInFolder(path: string): boolean {
  return path.split('/').every((name) => /^[\w+=,@ -][\w+=,.@ -]*$/.test(name) && !devices.test(name));
}
