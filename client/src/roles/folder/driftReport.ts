import { lineDiff } from '../lineDiff.ts';
import { block, text } from '../markdown.ts';
import { withoutHidden } from '../print/visible.ts';
import { formattedDocument } from '../sameDocument.ts';
import type { Difference } from '../stepState.ts';
import type { FolderRole } from './folderRole.ts';

/** What differs between a folder and AWS, in Markdown; whatever the texts hold, they are shown and not obeyed. */
export function driftReport({ name }: FolderRole, where: string, drift: readonly Difference[]): string {
  const count = drift.length === 1 ? 'One thing differs' : `${drift.length} things differ`;
  return [
    `# Drift of role ${text(name)}`,
    `${count} between ${text(where)} and the folder. Lines with - are in AWS, those with + in the folder: Push Role brings AWS to what the folder has, Pull Role the folder to what AWS has.`,
    ...drift.map(section),
    '',
  ].join('\n\n');
}

function section({ what, live, wanted }: Difference): string {
  const sides = live === '' ? ' — in the folder only' : wanted === '' ? ' — in AWS only' : '';
  const [now, then] = [live, wanted].map(formattedDocument) as [string, string];
  const diff =
    live === '' || wanted === '' ? oneSided(live === '' ? '+' : '-', now || then) : lineDiff(now, then);
  return `## ${text(what)}${sides}\n\n${block(withoutHidden(diff), 'diff')}`;
}

function oneSided(sign: '+' | '-', content: string): string {
  return content
    .split('\n')
    .map((line) => `${sign} ${line}`)
    .join('\n');
}
