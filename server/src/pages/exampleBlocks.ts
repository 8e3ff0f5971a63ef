import type { Catalog } from '../catalog/catalog.ts';
import type { Example } from '../checks/check.ts';
import { policyTypeTitles } from '../policy/policyType.ts';
import { type Block, heading, type Inline, paragraph } from './block.ts';
import type { PagePart } from './checkPage.ts';
import { printPolicy } from './printPolicy.ts';
import { exampleText, type WorkedExample, type WorkedFinding, workExample } from './workedExample.ts';

/** Longer ones, such as those above a quota, show nothing more in full. */
const mostLines = 40;
const mostCharacters = 2500;
const mostGoodExamples = 2;

/** A bad example, what is found in it, how the quick fix mends it, and policies without the finding. */
export function exampleBlocks(code: string, { bad, good }: PagePart, catalog: Catalog): readonly Block[] {
  const shown = shownExample(code, bad, catalog);
  if (shown === undefined) return [];
  const { example, text, findings, mended } = shown;
  const fixed = mended !== undefined && isShort(mended.text) ? mended : undefined;
  const others = good
    .filter((one) => printPolicy(exampleText(one)) !== fixed?.text)
    .sort((one, other) => Number(isAlike(other, example)) - Number(isAlike(one, example)))
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

/** The first that a quick fix mends, so that the page shows how; else the first. */
export function shownExample(
  code: string,
  bad: readonly Example[],
  catalog: Catalog,
): (WorkedExample & { readonly example: Example }) | undefined {
  const worked = bad.map((example) => ({ example, ...workExample(code, example, catalog) }));
  return worked.find(({ mended }) => mended !== undefined && isShort(mended.text)) ?? worked[0];
}

function goodBlocks(example: Example, shown: Example): readonly Block[] {
  return [
    ...(!isAlike(example, shown) ? [paragraph(`${policyTypeTitles[example.type]}${ownerOf(example)}:`)] : []),
    policyBlock(printPolicy(exampleText(example))),
  ];
}

function isAlike(one: Example, other: Example): boolean {
  return one.type === other.type && one.owner === other.owner;
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
