import type { Proposal, Proposals } from './completionItem.ts';
import { textBody } from './completionItem.ts';
import type { Site } from './site.ts';
import { statementSkeletons } from './skeletons.ts';
import { snippetText } from './snippetText.ts';

/** Organizations takes the current version only. */
export function versions({ type }: Site): Proposals {
  const current = version('2012-10-17', 'current, with policy variables');
  const older = version('2008-10-17', 'older, without policy variables');
  return { proposals: type === 'scp' || type === 'rcp' ? [current] : [current, older] };
}

function version(text: string, detail: string): Proposal {
  return { label: text, kind: 'value', detail, body: textBody(text), doc: { kind: 'version', text } };
}

/** A resource control policy of one's own can only deny. */
export function effects({ type }: Site): Proposals {
  const names = type === 'rcp' ? ['Deny'] : ['Allow', 'Deny'];
  return {
    proposals: names.map((label) => ({
      label,
      kind: 'value',
      body: textBody(label),
      doc: { kind: 'element', name: 'Effect' },
    })),
  };
}

/** Whole statements, in a list or in its place. */
export function statements({ type, settings, cursor }: Site): Proposals {
  const skeletons = statementSkeletons(type, settings, 'object');
  return { proposals: cursor.container.kind === 'array' ? skeletons : skeletons.map(inList) };
}

function inList(proposal: Proposal): Proposal {
  if (proposal.body.form !== 'json') return proposal;
  const indented = proposal.body.json.map((part) =>
    typeof part === 'string' ? part.replaceAll('\n', '\n\t') : part,
  );
  return { ...proposal, body: { form: 'json', json: ['[\n\t', ...indented, '\n]'] } };
}

/** The braces of a value that is an object, to go on in. */
export function emptyObject({ cursor }: Site): Proposals {
  if (cursor.node !== undefined || cursor.container.kind === 'array') return { proposals: [] };
  return {
    proposals: [
      {
        label: '{}',
        kind: 'value',
        body: { form: 'json', json: snippetText('{\n\t$1\n}') },
        retrigger: true,
      },
    ],
  };
}
