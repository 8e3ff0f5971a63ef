import { describe, expect, test } from 'vitest';
import { codeLenses } from '../../../server/src/features/codeLenses.ts';
import { documentLinks } from '../../../server/src/features/documentLinks.ts';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { defaultSettings, type Settings } from '../../../server/src/protocol.ts';
import { testCatalog } from '../../catalog.ts';

const policy = (statements: string) => `{ "Version": "2012-10-17", "Statement": [${statements}] }`;
const read = (settings: Settings = defaultSettings) => ({ catalog: testCatalog(), settings });
const noPolicy = readDocument('{ "name": "arn:aws:iam::aws:policy/ReadOnlyAccess" }');

describe('document symbols', () => {
  test('are the policies with their statements by Sid, or by what they do', () => {
    const text = policy(
      `{ "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*" },
       { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*" }`,
    );
    const [symbol, ...others] = documentSymbols(readDocument(text));
    expect(others).toEqual([]);
    expect(symbol?.name).toBe('Identity-based policy');
    expect(symbol?.children.map(({ name, detail }) => [name, detail])).toEqual([
      ['Read', 'Allow s3:GetObject and 1 more'],
      ['Deny all but iam:*', ''],
    ]);
    for (const { start, end, selection } of symbol?.children ?? []) {
      expect(start <= selection.start && selection.end <= end).toBe(true);
    }
  });

  test('are none for JSON without a policy', () => {
    expect(documentSymbols(noPolicy)).toEqual([]);
  });
});

describe('document links', () => {
  test('lead from service prefixes and global keys to AWS, and from managed policies to their documents', () => {
    const text = policy(
      `{ "Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "*", "Condition": {
         "ArnEquals": { "iam:PolicyARN": "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
         "StringEquals": { "aws:PrincipalOrgID": "o-example" } } }`,
    );
    const links = documentLinks(readDocument(text), read()).map(({ start, end, target }) => [
      text.slice(start, end),
      target,
    ]);
    expect(links).toEqual([
      ['iam', 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html'],
      [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        'iam-managed-policy:/AWSLambdaBasicExecutionRole.json',
      ],
      ['aws:PrincipalOrgID', expect.stringContaining('#condition-keys-principalorgid')],
    ]);
  });

  test('are none for JSON without a policy', () => {
    expect(documentLinks(noPolicy, read())).toEqual([]);
  });
});

describe('inlay hints', () => {
  const text = policy(
    '{ "Effect": "Allow", "Action": ["sqs:List*", "sqs:SendMessage", "*"], "Resource": "*" }',
  );
  const whole = { start: 0, end: text.length };
  const on = read({ ...defaultSettings, inlayHints: { wildcardActions: true } });

  test('tell behind each wildcard how many actions it matches', () => {
    const hints = inlayHints(readDocument(text), whole, on);
    expect(hints.map(({ offset, label }) => [text.slice(offset - 3, offset), label])).toEqual([
      ['t*"', expect.stringMatching(/^[2-9] actions$/)],
      ['"*"', '22,091 actions'],
    ]);
  });

  test('are off unless the setting asks for them, and only for what is in view', () => {
    expect(inlayHints(readDocument(text), whole, read())).toEqual([]);
    expect(inlayHints(readDocument(text), { start: 0, end: 10 }, on)).toEqual([]);
  });
});

describe('code lenses', () => {
  const titles = (text: string) => codeLenses(readDocument(text), read()).map(({ title }) => title);

  test('tell the size against the quota and the number of actions allowed', () => {
    expect(titles(policy('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'))).toEqual([
      '96 of 6,144 characters (managed), 10,240 (inline in a role)',
      '1 action allowed',
    ]);
  });

  test('take off what is denied everywhere, but not what is denied under a condition', () => {
    const allow = '{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" }';
    const deny = '{ "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }';
    const sometimes = deny.replace('}', ', "Condition": { "Bool": { "aws:SecureTransport": "false" } } }');
    expect(titles(policy(`${allow}, ${deny}`))[1]).toBe('1 action allowed');
    expect(titles(policy(`${allow}, ${sometimes}`))[1]).toBe('2 actions allowed');
    expect(titles(policy('{ "Effect": "Allow", "Action": "*", "Resource": "*" }'))[1]).toBe(
      '22,091 actions allowed',
    );
    expect(titles(policy('{ "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }'))[1]).toMatch(
      /^21,\d{3} actions/,
    );
  });

  test('of a trust policy tell its size alone', () => {
    const trust =
      '{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }';
    expect(titles(policy(trust))).toEqual([expect.stringMatching(/^\d+ of 2,048 characters$/)]);
  });

  test('are off when the setting says so', () => {
    const off = read({ ...defaultSettings, codeLens: { enable: false } });
    expect(
      codeLenses(readDocument(policy('{ "Effect": "Allow", "Action": "*", "Resource": "*" }')), off),
    ).toEqual([]);
  });
});
