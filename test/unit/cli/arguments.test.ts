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
      fix: false,
      config: undefined,
      baseline: undefined,
      inputName: undefined,
      paths: ['a.json'],
    });
  });

  test.each([
    'check --type trust --format json --fail-on never a b -',
    'check a --type=trust b --format=json - --fail-on=never',
    'check --type scp --type trust --format json --fail-on never -- a b -',
  ])('takes options anywhere: %s', (line) => {
    expect(call(line)).toMatchObject({
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

  test('takes names of files, and --fix alone', () => {
    expect(call('check --fix --config c.json a --baseline=b=1.json')).toMatchObject({
      fix: true,
      config: 'c.json',
      baseline: 'b=1.json',
      paths: ['a'],
    });
    expect(call('check - --stdin-filename roles/trust.json')).toMatchObject({
      inputName: 'roles/trust.json',
      paths: ['-'],
    });
  });

  test('formats', () => {
    expect(call('fmt a b')).toEqual({ kind: 'fmt', onlyCheck: false, paths: ['a', 'b'] });
    expect(call('fmt --check -')).toEqual({ kind: 'fmt', onlyCheck: true, paths: ['-'] });
  });

  test('explains a code', () => {
    expect(call('explain INVALID_ACTION')).toEqual({ kind: 'explain', code: 'INVALID_ACTION' });
  });

  test('ends its options at --', () => {
    expect(call('check -- --type -')).toMatchObject({ paths: ['--type', '-'] });
  });

  test.each(['--help', '-h', 'help', 'check --help', 'check a -h --nonsense', 'explain -h'])(
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
    ['check --format xml a', 'text, json, sarif, github, not “xml”'],
    ['check --fail-on error a', 'ERROR, SECURITY_WARNING, WARNING, SUGGESTION, never, not “error”'],
    ['check --quiet a', 'no option “--quiet”'],
    ['check --toString a', 'no option “--toString”'],
    ['check --fix -', 'standard input (-) is none'],
    ['check --fix=yes a', '--fix takes no value'],
    ['check --config', '--config takes a file'],
    ['check --baseline= a', '--baseline takes a file'],
    ['check --stdin-filename a b', '--stdin-filename goes with -'],
    ['check --check a', 'no option “--check”'],
    ['fmt --fix a', 'no option “--fix”'],
    ['fmt', 'at least one file'],
    ['explain', 'explain takes one code'],
    ['explain A B', 'explain takes one code'],
    ['check -f a', 'no option “-f”'],
  ])('is wrong: %s', (line, part) => {
    expect(call(line)).toEqual({ kind: 'wrong', message: expect.stringContaining(part) });
  });

  test('without a command is wrong', () => {
    expect(parseArguments([])).toEqual({ kind: 'wrong', message: 'a command is missing.' });
  });
});
