import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkFile } from '../../server/src/checks/checkPolicy.ts';
import { checkPageUrls } from '../../server/src/lsp/checkPageUrls.ts';
import { toDiagnostic } from '../../server/src/lsp/toDiagnostic.ts';
import { readDocument } from '../../server/src/policy/readDocument.ts';
import { testCatalog } from '../catalog.ts';
import { validateAsJson } from './jsonService.mts';
import { timesOf } from './measure.mts';
import type { Row } from './row.mts';
import { largeText, managedTexts, smallText } from './texts.mts';

const pageUrl = checkPageUrls(undefined);

function checkAsServer(document: TextDocument): number {
  const file = readDocument(document.getText(), { configured: { type: 'identity' } });
  const findings = checkFile(file, testCatalog(), { trustedAccounts: [] });
  return findings.map((finding) => toDiagnostic(document, finding, pageUrl)).length;
}

const documentOf = (text: string) => TextDocument.create('file:///policy.json', 'json', 0, text);

async function allTime(validate: (document: TextDocument) => unknown): Promise<number> {
  const { p50 } = await timesOf(5, 2, async () => {
    for (const text of managedTexts) await validate(documentOf(text));
  });
  return p50;
}

/** Every check over every AWS managed policy. */
export async function corpusRow(): Promise<Row> {
  const peer = await allTime(validateAsJson);
  const figure = await allTime(checkAsServer);
  const what = `every check over ${managedTexts.length} managed policies`;
  return { what, unit: 'ms', figure, peer, budget: 'peer' };
}

/** One keystroke in the middle of a document to its diagnostics. */
export async function changeRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, text, runs, budget } of [
    { name: '5 KB', text: smallText, runs: 2000, budget: 5 },
    { name: '170 KB', text: largeText, runs: 300, budget: 40 },
  ]) {
    const peer = await changeTimes(text, runs, validateAsJson);
    const figure = await changeTimes(text, runs, checkAsServer);
    const what = `one change to diagnostics, ${name}`;
    rows.push({ what: `${what}, p50`, unit: 'ms', figure: figure.p50, peer: peer.p50, budget: undefined });
    rows.push({ what: `${what}, p99`, unit: 'ms', figure: figure.p99, peer: peer.p99, budget });
  }
  return rows;
}

function changeTimes(text: string, runs: number, validate: (document: TextDocument) => unknown) {
  const document = documentOf(text);
  const offset = text.indexOf('"Action"', text.length / 2) + '"Action"'.length + 30;
  const before = document.positionAt(offset);
  const behind = document.positionAt(offset + 1);
  return timesOf(runs, runs / 10, (index) => {
    const change =
      index % 2 === 0
        ? { range: { start: before, end: before }, text: 'x' }
        : { range: { start: before, end: behind }, text: '' };
    TextDocument.update(document, [change], index + 1);
    return validate(document);
  });
}
