import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { printSarif } from '../../../server/src/cli/printSarif.ts';
import { testCatalog } from '../../catalog.ts';
import { clean, commandLine, wrong } from './commandLine.ts';

const { write, run } = commandLine();

/** The schema of the standard, which is written in draft 4; none of its words means anything else in draft 7. */
function validator() {
  const path = import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(new URL(path), 'utf8'));
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
}
const validate = validator();

function faults(log: unknown): unknown {
  return validate(log) ? [] : validate.errors;
}

test('an empty log is valid', () => {
  expect(faults(JSON.parse(printSarif([], [], testCatalog())))).toEqual([]);
});

test('a log of findings, complaints and a suppression is valid', async () => {
  write('a policy.json', wrong);
  write('b.json', clean);
  write('c.json', '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", ');
  write('d.json', Buffer.from([0, 1, 2]));
  write('iam-roles.config.json', '{ "suppressions": [{ "code": "INVALID_EFFECT", "reason": "A test." }] }');
  const { out } = await run(['check', '--format', 'sarif', '.', 'd.json', 'none.json']);
  const log = JSON.parse(out);
  expect(faults(log)).toEqual([]);
  expect(log.runs[0].results.length).toBeGreaterThan(2);
});

test('the schema tells what is wrong', () => {
  expect(faults({ version: '2.1.0' })).not.toEqual([]);
  expect(faults({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', rules: [{}] } } }] })).not.toEqual(
    [],
  );
});
