import type { Catalog } from '../catalog/catalog.ts';
import type { Example } from '../checks/check.ts';
import { policyTypes, policyTypeTitles } from '../policy/policyType.ts';
import { settingsFileName } from '../protocol.ts';
import { type Block, heading, type Inline, paragraph, sentence } from './block.ts';
import { type CheckPage, isOwn, type PagePart } from './checkPage.ts';
import { printPolicy } from './printPolicy.ts';
import {
  exampleText,
  type Fixability,
  fixabilityOf,
  type WorkedFinding,
  workExample,
} from './workedExample.ts';

/** Longer ones, such as those above a quota, show nothing more in full. */
const mostLines = 40;
const mostCharacters = 2500;
const mostGoodExamples = 2;

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
  const [bad] = part.bad;
  return [
    paragraph(...sentence(part.what)),
    paragraph({ strong: 'Why:' }, ' ', ...sentence(part.why)),
    paragraph({ strong: 'What to do:' }, ' ', ...sentence(part.fix)),
    ...(bad === undefined ? [] : badBlocks(code, bad, part.good, catalog)),
  ];
}

function badBlocks(
  code: string,
  example: Example,
  good: readonly Example[],
  catalog: Catalog,
): readonly Block[] {
  const { text, findings, mended } = workExample(code, example, catalog);
  const fixed = mended !== undefined && isShort(mended.text) ? mended : undefined;
  const others = good
    .filter((one) => printPolicy(exampleText(one)) !== fixed?.text)
    .slice(0, mostGoodExamples);
  return [
    heading('Example'),
    paragraph(`${policyTypeTitles[example.type]}${ownerOf(example)}:`),
    policyBlock(text),
    ...findings.flatMap(findingBlocks),
    ...(fixed === undefined
      ? []
      : [paragraph(`After the quick fix “${fixed.titles.join('”, “')}”:`), policyBlock(fixed.text)]),
    ...(others.length > 0 ? [heading('Without this finding')] : []),
    ...others.flatMap((one) => goodBlocks(one, example)),
  ];
}

function goodBlocks(example: Example, shown: Example): readonly Block[] {
  const isOther = example.type !== shown.type || example.owner !== shown.owner;
  return [
    ...(isOther ? [paragraph(`${policyTypeTitles[example.type]}${ownerOf(example)}:`)] : []),
    policyBlock(printPolicy(exampleText(example))),
  ];
}

function ownerOf({ owner }: Example): string {
  return owner === undefined ? '' : ` of ${owner}`;
}

function findingBlocks({ message, path, marked }: WorkedFinding): readonly Block[] {
  return [paragraph(...markedPlace(path, marked), ' is marked:'), { kind: 'quote', text: message }];
}

function markedPlace(path: string, marked: string): readonly Inline[] {
  const place = path === '' ? 'the policy' : { code: path };
  if (marked === '{') return ['The beginning of ', place];
  if (marked.includes('\n')) return path === '' ? ['The whole policy'] : ['All of ', place];
  return path === '' ? [{ code: marked }] : [{ code: marked }, ' at ', place];
}

function isShort(text: string): boolean {
  return text.length <= mostCharacters && text.split('\n').length <= mostLines;
}

function policyBlock(text: string): Block {
  if (isShort(text)) return { kind: 'code', language: 'json', text };
  const begin = text.slice(0, 600).split('\n').slice(0, 12).join('\n');
  return {
    kind: 'code',
    language: 'jsonc',
    text: `${begin}\n// … ${text.length.toLocaleString('en')} characters in all`,
  };
}

function silenceBlocks(page: CheckPage, catalog: Catalog): readonly Block[] {
  const { code } = page;
  const [bad] = page.parts.flatMap((part) => part.bad);
  const path = bad && workExample(code, bad, catalog).findings[0]?.path;
  const suppression = {
    code,
    files: 'roles/orders/permissions.json',
    ...(path !== undefined && path !== '' && { path }),
    reason: 'Who decided it, when, and why.',
  };
  return [
    heading('Turning it off'),
    ...(bad === undefined
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
