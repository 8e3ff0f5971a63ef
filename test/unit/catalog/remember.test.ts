import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { rememberByText } from '../../../server/src/catalog/remember.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('a text is looked up once', () => {
  const asked: string[] = [];
  const find = rememberByText((_: object, text) => asked.push(text));
  const owner = {};
  expect([find(owner, 's3:GetObject'), find(owner, 's3:GetObject'), find({}, 's3:GetObject')]).toEqual([
    1, 1, 2,
  ]);
});

test('a remembered part of a document does not keep the document', () => {
  const find = rememberByText((_: object, text) => ({ text }));
  const owner = {};
  const before = heapUsed();
  for (let version = 0; version < 50; version++) {
    const document = `"s3:GetObjectVersion${version}" `.padEnd(1_000_000, String(version));
    find(owner, document.slice(1, document.indexOf('"', 1)));
  }
  expect(heapUsed() - before).toBeLessThan(10_000_000);
});
