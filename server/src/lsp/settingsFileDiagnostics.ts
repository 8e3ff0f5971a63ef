import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkFile } from '../checks/checkPolicy.ts';
import { controlFindings, findUnused } from '../checks/control.ts';
import { knownCodes } from '../checks/knownCodes.ts';
import { namedFile } from '../policy/glob.ts';
import { readSettingsFile, type Suppression } from '../policy/settingsFile.ts';
import { settingsFileName } from '../protocol.ts';
import { rangeOf } from './lspRange.ts';
import type { Session } from './session.ts';
import { toDiagnostic } from './toDiagnostic.ts';

export function isSettingsFile(uri: string): boolean {
  return uri.endsWith(`/${settingsFileName}`);
}

/**
 * What is wrong with an open settings file, and which of its suppressions no longer hide anything. Only suppressions of
 * files that are named and open can be judged: the server reads no policy from the disk.
 */
export async function diagnoseSettingsFile(
  document: TextDocument,
  open: readonly TextDocument[],
  session: Session,
): Promise<Diagnostic[]> {
  const reading = readSettingsFile(document.getText(), knownCodes);
  if ('problems' in reading) {
    return reading.problems
      .filter(({ inSchema }) => !(inSchema && session.editorReportsJsonSyntax))
      .map((problem) => ({
        range: rangeOf(document, problem),
        severity: DiagnosticSeverity.Error,
        source: 'IAM Roles',
        message: problem.message,
      }));
  }
  const folder = document.uri.slice(0, -settingsFileName.length - 1);
  const { suppressions, checks } = reading.settings;
  const unused: Suppression[] = [];
  for (const suppression of suppressions) {
    const named = openFiles(suppression, folder, open);
    if (named !== undefined && !(await hidesSomething(suppression, named, folder, session)))
      unused.push(suppression);
  }
  const levels = { ...session.settings.checks, ...checks };
  return findUnused(unused, levels).map((finding) => toDiagnostic(document, finding, session.pageUrl));
}

/** The documents that a suppression speaks of; undefined where it may speak of one that is not open. */
function openFiles(
  { globs }: Suppression,
  folder: string,
  open: readonly TextDocument[],
): readonly TextDocument[] | undefined {
  const named = globs.map((glob) => {
    const path = namedFile(glob);
    return path === undefined ? undefined : open.find(({ uri }) => uri === `${folder}/${encodeURI(path)}`);
  });
  const found = named.filter((one) => one !== undefined);
  return found.length > 0 && found.length === named.length ? found : undefined;
}

async function hidesSomething(
  suppression: Suppression,
  documents: readonly TextDocument[],
  folder: string,
  session: Session,
): Promise<boolean> {
  for (const document of documents) {
    const { file, catalog, checkSettings, settingsFolder } = await session.open(document);
    // A nearer settings file holds for it, or this one is not saved yet.
    if (settingsFolder !== folder) return true;
    const { used } = controlFindings(file, checkFile(file, catalog, checkSettings), {
      levels: {},
      suppressions: [suppression],
    });
    if (used.length > 0) return true;
  }
  return false;
}
