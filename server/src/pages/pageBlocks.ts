import type { Catalog } from '../catalog/catalog.ts';
import { policyTypes, policyTypeTitles } from '../policy/policyType.ts';
import { settingsFileName } from '../protocol.ts';
import { type Block, heading, paragraph, sentence } from './block.ts';
import { type CheckPage, isOwn, type PagePart } from './checkPage.ts';
import { exampleBlocks, shownExample } from './exampleBlocks.ts';
import { printPolicy } from './printPolicy.ts';
import { type Fixability, fixabilityOf } from './workedExample.ts';

/** The page of a code, for a reader who has just met it. */
export function pageBlocks(page: CheckPage, catalog: Catalog): readonly Block[] {
  const examples = page.parts.flatMap(({ bad }) => bad);
  const fixability = fixabilityOf(page.code, examples, catalog);
  return [
    heading(page.code, 1),
    paragraph({ strong: page.severity }, ` in ${whereOf(page)}. ${fixabilitySentences[fixability]}`),
    ...page.parts.flatMap((part, index) => [
      ...(index > 0 ? [heading('Another case')] : []),
      ...partBlocks(page.code, part, catalog),
    ]),
    ...silenceBlocks(page, catalog),
    ...sourceBlocks(page),
  ];
}

function whereOf({ types }: CheckPage): string {
  if (types.length === 0) return `the settings file ${settingsFileName}`;
  if (types.length === policyTypes.length) return 'every type of policy';
  const titles = types.map((type) => policyTypeTitles[type].toLowerCase());
  return `a ${titles.join(', ').replace(/, ([^,]+)$/, ' or $1')}`.replace(/^a (?=[aeiou])/, 'an ');
}

const fixabilitySentences: Readonly<Record<Fixability, string>> = {
  none: 'There is no quick fix: what to write instead is for you to decide.',
  asked: 'A quick fix is offered where it is clear what to change.',
  unasked: 'A quick fix is offered, and made on save too where the meaning surely stays.',
};

function partBlocks(code: string, part: PagePart, catalog: Catalog): readonly Block[] {
  return [
    paragraph(...sentence(part.what)),
    paragraph({ strong: 'Why:' }, ' ', ...sentence(part.why)),
    paragraph({ strong: 'What to do:' }, ' ', ...sentence(part.fix)),
    ...exampleBlocks(code, part, catalog),
  ];
}

function silenceBlocks(page: CheckPage, catalog: Catalog): readonly Block[] {
  const { code } = page;
  const [part] = page.parts;
  const shown = shownExample(code, part.bad, catalog);
  const path = shown?.findings[0]?.path;
  const suppression = {
    code,
    files: 'roles/orders/permissions.json',
    ...(path !== undefined && path !== '' && { path }),
    reason: 'Who decided it, when, and why.',
  };
  return [
    heading('Turning it off'),
    ...(shown === undefined
      ? []
      : [
          paragraph(
            'A finding that is meant to stay is named, with the reason, in ',
            { code: settingsFileName },
            ':',
          ),
          json({ suppressions: [suppression] }),
        ]),
    paragraph(
      'The whole check is turned off, or given another severity, there or in the editor’s setting ',
      {
        code: 'iamRoles.checks',
      },
      ':',
    ),
    json({ checks: { [code]: 'off' } }),
  ];
}

function json(value: object): Block {
  return { kind: 'code', language: 'json', text: printPolicy(JSON.stringify(value)) };
}

function sourceBlocks({ code, source }: CheckPage): readonly Block[] {
  if (source === undefined)
    return [
      heading('Source'),
      paragraph('This check is the project’s own: AWS knows no such settings file.'),
    ];
  const line = isOwn(code)
    ? [
        'This check is the project’s own; IAM Access Analyzer has none like it. ',
        { label: 'AWS on the subject', link: source },
        '.',
      ]
    : [
        'Code and severity are those of IAM Access Analyzer. ',
        { label: `AWS on ${code}`, link: source },
        '.',
      ];
  return [heading('Source'), paragraph(...line)];
}
