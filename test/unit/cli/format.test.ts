import { expect, test } from 'vitest';
import { clean, commandLine } from './commandLine.ts';

const { write, read, run } = commandLine();
const formatted = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    }
  ]
}
`;

test('fmt writes policies in form, with their own indentation and line breaks, and names them', async () => {
  write(
    'a.json',
    clean.replace(
      '"Effect": "Allow", "Action": "s3:GetObject"',
      '"Action": "s3:GetObject", "Effect": "Allow"',
    ),
  );
  write('b.json', clean.replaceAll('  ', '\t').replaceAll('\n', '\r\n'));
  write('c.json', formatted);
  write('package.json', '{"name":"a"}');
  expect(await run(['fmt', '.'])).toEqual({ status: 0, out: 'a.json\nb.json\n', err: '' });
  expect(read('a.json')).toBe(formatted);
  expect(read('b.json')).toBe(formatted.replaceAll('  ', '\t').replaceAll('\n', '\r\n'));
  expect(read('package.json')).toBe('{"name":"a"}');
  expect(await run(['fmt', '.'])).toEqual({ status: 0, out: '', err: '' });
});

test('fmt --check writes nothing and fails where something would change', async () => {
  write('a.json', clean);
  write('b.json', formatted);
  expect(await run(['fmt', '--check', '.'])).toEqual({ status: 1, out: 'a.json\n', err: '' });
  expect(read('a.json')).toBe(clean);
  expect(await run(['fmt', '--check', 'b.json'])).toMatchObject({ status: 0, out: '' });
});

test('fmt - prints what standard input becomes', async () => {
  expect(await run(['fmt', '-'], clean)).toEqual({ status: 0, out: formatted, err: '' });
  expect(await run(['fmt', '-'], formatted)).toEqual({ status: 0, out: formatted, err: '' });
  expect(await run(['fmt', '--check', '-'], clean)).toEqual({ status: 1, out: '-\n', err: '' });
});

test('fmt leaves a policy with comments as it is, and tells what it cannot read', async () => {
  const commented = clean.replace('{', '{ // ours');
  write('a.jsonc', commented);
  expect(await run(['fmt', 'a.jsonc', 'none.json'])).toEqual({
    status: 2,
    out: '',
    err: 'iam-roles: none.json: There is no such file or folder.\n',
  });
  expect(read('a.jsonc')).toBe(commented);
});
