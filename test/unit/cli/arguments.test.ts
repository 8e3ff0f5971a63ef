import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../server/src/cli/arguments.ts';

const call = (line: string) => parseArguments(line.split(' '));

describe('a call', () => {
  test('checks as nothing else is said', () => {
    expect(call('check a.json')).toEqual({
      kind: 'check',
      type: undefined,
      format: 'text',
      failOn: 'SECURITY_WARNING',
      paths: ['a.json'],
    });
  });

  test.each([
    'check --type trust --format json --fail-on never a b -',
    'check a --type=trust b --format=json - --fail-on=never',
    'check --type scp --type trust --format json --fail-on never -- a b -',
  ])('takes options anywhere: %s', (line) => {
    expect(call(line)).toEqual({
      kind: 'check',
      type: 'trust',
      format: 'json',
      failOn: 'never',
      paths: ['a', 'b', '-'],
    });
  });

  test('takes every policy type', () => {
    for (const type of ['trust', 'identity', 'resource', 'scp', 'rcp', 'boundary', 'session'])
      expect(call(`check --type ${type} a`)).toMatchObject({ kind: 'check', type });
  });

  test('ends its options at --', () => {
    expect(call('check -- --type -')).toMatchObject({ paths: ['--type', '-'] });
  });

  test.each(['--help', '-h', 'help', 'check --help', 'check a -h --nonsense'])(
    'asks for help: %s',
    (line) => {
      expect(call(line)).toEqual({ kind: 'help' });
    },
  );

  test.each([
    ['lint a', 'no command “lint”'],
    ['check', 'at least one file'],
    ['check --type trust', 'at least one file'],
    ['check --type', '--type takes one of'],
    ['check --type role a', 'not “role”'],
    ['check --type= a', 'not “”'],
    ['check --format xml a', 'text, json, not “xml”'],
    ['check --fail-on error a', 'ERROR, SECURITY_WARNING, WARNING, SUGGESTION, never, not “error”'],
    ['check --quiet a', 'no option “--quiet”'],
    ['check --toString a', 'no option “--toString”'],
    ['check -f a', 'no option “-f”'],
  ])('is wrong: %s', (line, part) => {
    expect(call(line)).toEqual({ kind: 'wrong', message: expect.stringContaining(part) });
  });

  test('without a command is wrong', () => {
    expect(parseArguments([])).toEqual({ kind: 'wrong', message: 'a command is missing.' });
  });
});
