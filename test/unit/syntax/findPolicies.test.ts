import { describe, expect, test } from 'vitest';
import { findPolicies } from '../../../server/src/syntax/findPolicies.ts';
import { mayHoldPolicy } from '../../../server/src/syntax/mayHoldPolicy.ts';
import type { Node } from '../../../server/src/syntax/node.ts';
import { type StringNode, spanWithin } from '../../../server/src/syntax/node.ts';
import { parseJson } from '../../../server/src/syntax/parseJson.ts';
import { nodesOf, plainValue } from './treeText.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const policy = { Version: '2012-10-17', Statement: [statement] };
const trust = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
};

const inText = (text: string) => findPolicies(parseJson(text));
const inValue = (value: unknown) => inText(JSON.stringify(value));
const names = (value: unknown) =>
  inValue(value).map(({ place }) => (place.kind === 'property' ? place.name : place.kind));

describe('a policy is found', () => {
  test('as the whole document', () => {
    expect(inValue(policy)).toMatchObject([
      { place: { kind: 'whole document' }, shape: 'document', escapes: 0 },
    ]);
  });

  test('as a lone statement', () => {
    expect(inValue(statement)).toMatchObject([{ place: { kind: 'whole document' }, shape: 'statement' }]);
  });

  test.each([
    '{"Version":"2012-10-17"}',
    '{"Statement":[]}',
    '{"Statement":',
    '{"Statement":""}',
    '{"Version":"2012-10-17","Statement":[{"Eff',
    '{"statement":{"effect":"allow","ACTION":"*"}}',
    '{"Version":"2012-10-17","Comment":"x","Statement":[{}]}',
    '{"Version":"2012-10-17","Statement":[{"Sid":"a"}]',
    '\ufeff{"Statement":{"Effect":"Deny","NotAction":[]}}',
    '"Version":"2012-10-17","Statement":[]}',
    '{"Version":"2012-10-17",""}',
    '{"Version":"2012-10-17","Sta',
    '{"Sid","Version":"2012-10-17"}',
    '{"Statement":[],"Ver"}',
  ])('as it is begun: %s', (text) => {
    expect(inText(text)).toMatchObject([{ place: { kind: 'whole document' }, shape: 'document' }]);
  });

  test.each([
    '{"R":{"PolicyDocument":{""}}}',
    '{"R":{"PolicyDocument":{"Ver',
    '{"R":{"PolicyDocument":{"Version":',
    '{"R":{"PolicyDocument":{"Version":"2012-10-17","Sta"}}}',
    '{"Role":{"RoleName":"r","AssumeRolePolicyDocument":{"Id"}}}',
  ])('as it is begun within a document: %s', (text) => {
    expect(inText(text)).toMatchObject([{ place: { kind: 'property' }, shape: 'document' }]);
    expect(mayHoldPolicy(text)).toBe(true);
  });

  test.each<[string, unknown, string[]]>([
    [
      'aws iam get-role',
      { Role: { RoleName: 'r', AssumeRolePolicyDocument: trust } },
      ['AssumeRolePolicyDocument'],
    ],
    [
      'aws iam get-role-policy',
      { RoleName: 'r', PolicyName: 'p', PolicyDocument: policy },
      ['PolicyDocument'],
    ],
    ['aws iam get-policy-version', { PolicyVersion: { Document: policy, VersionId: 'v1' } }, ['Document']],
    ['aws s3api get-bucket-policy', { Policy: JSON.stringify(policy) }, ['Policy']],
    ['aws organizations describe-policy', { Policy: { Content: JSON.stringify(policy) } }, ['Content']],
    [
      'aws iam get-account-authorization-details',
      {
        UserDetailList: [{ UserName: 'u', UserPolicyList: [{ PolicyName: 'p', PolicyDocument: policy }] }],
        RoleDetailList: [{ AssumeRolePolicyDocument: trust, RolePolicyList: [{ PolicyDocument: policy }] }],
        Policies: [{ PolicyVersionList: [{ Document: policy }, { Document: policy }] }],
      },
      ['PolicyDocument', 'AssumeRolePolicyDocument', 'PolicyDocument', 'Document', 'Document'],
    ],
    ['a template', { Resources: { R: { Properties: { PolicyDocument: policy } } } }, ['PolicyDocument']],
    [
      'an empty property of a template',
      { Resources: { R: { AssumeRolePolicyDocument: {} } } },
      ['AssumeRolePolicyDocument'],
    ],
    [
      'a property of a template begun',
      { R: { PolicyDocument: { Version: '2012-10-17' } } },
      ['PolicyDocument'],
    ],
    [
      'an OpenAPI file',
      { openapi: '3.0.1', 'x-amazon-apigateway-policy': policy },
      ['x-amazon-apigateway-policy'],
    ],
    ['a list of policies', { Policies: [policy, trust] }, ['Policies', 'Policies']],
  ])('in %s', (_, value, expected) => {
    expect(names(value)).toEqual(expected);
    expect(mayHoldPolicy(JSON.stringify(value))).toBe(true);
  });

  test('with the objects around it, innermost first, through strings too', () => {
    const [found] = inValue({ outer: [{ Policy: JSON.stringify({ inner: { Document: policy } }) }] });
    const around = found?.place.kind === 'property' ? found.place.around : [];
    const firstKeys = around.map(({ members }) => plainValue(members[0]?.key));
    expect(firstKeys).toEqual(['Document', 'inner', 'Policy', 'outer']);
  });
});

describe('no policy is found in', () => {
  test.each<[string, unknown]>([
    ['a package manifest', { name: 'a', version: '1.0.0', scripts: { action: 'a:b' }, license: 'MIT' }],
    ['a tsconfig', { compilerOptions: { strict: true }, include: ['src'] }],
    [
      'a state machine',
      { StartAt: 'A', Version: '1.0', States: { A: { Type: 'Task', Resource: 'arn:x', Next: 'B' } } },
    ],
    [
      'a template without policies',
      { AWSTemplateFormatVersion: '2010-09-09', Resources: { B: { Type: 'AWS::S3::Bucket' } } },
    ],
    [
      'an OpenAPI file',
      { openapi: '3.0.1', info: { version: '1' }, paths: { '/': { get: { summary: 'Action' } } } },
    ],
    ['a PartiQL batch', [{ Statement: 'SELECT * FROM t' }]],
    ['a PartiQL statement', { Statement: 'SELECT * FROM t' }],
    [
      'a web ACL',
      {
        Rules: [
          { Name: 'a', Action: { Allow: {} }, Statement: { GeoMatchStatement: { CountryCodes: ['CH'] } } },
        ],
      },
    ],
    ['a list', [1, 'two', null]],
    ['a text', 'Statement'],
    ['an object with nothing', {}],
  ])('%s', (_, value) => {
    expect(inValue(value)).toEqual([]);
  });
});

test.each(['{"name":"a","version":"1.0.0"}', '{"a":{"Type":"Task","Resource":"arn:x"}}', '[]', ''])(
  'a text that holds none is not read: %s',
  (text) => {
    expect(mayHoldPolicy(text)).toBe(false);
  },
);

test.each([
  '{"Version":"2012-10-17","Name":1,""}',
  '{"Version":"1.0",""}',
  '{"R":{"PolicyDocument":{"Ref":"P",""}}}',
  '{"R":{"Document":{""}}}',
])('keys without a value make no policy of what is none: %s', (text) => {
  expect(inText(text)).toEqual([]);
});

describe('a policy in a string', () => {
  const quirky = { Statement: [{ ...statement, Sid: 'é"\\\n😀', Resource: ['arn:aws:s3:::a/${b}', 'c/d'] }] };
  const wrapped = (times: number) => {
    let text = JSON.stringify(quirky, undefined, 2);
    for (let count = 0; count < times; count++) text = JSON.stringify({ Policy: text });
    return text.replaceAll('/', times === 1 ? '\\/' : '/');
  };

  /** What the text of a span says once the strings around it are read. */
  const unwrapped = (raw: string, times: number): string => {
    let text = raw;
    for (let count = 0; count < times; count++) text = JSON.parse(`"${text}"`);
    return text;
  };

  test.each([1, 2, 3])('escaped %i times has every node at its own text', (times) => {
    const document = wrapped(times);
    const [found] = inText(document);
    expect(found).toMatchObject({ escapes: times, problems: [], shape: 'document' });
    if (found === undefined) return;
    expect(plainValue(found.root)).toEqual(quirky);
    for (const node of nodesOf(found.root)) {
      const raw = unwrapped(document.slice(node.start, node.end), times);
      expect(JSON.parse(raw)).toEqual(plainValue(node));
    }
  });

  test.each([0, 1, 2, 3])('escaped %i times has every character at its own text', (times) => {
    const document = wrapped(times);
    const [found] = inText(document);
    const strings = found === undefined ? [] : [...nodesOf(found.root)].filter(isString);
    expect(strings.length).toBeGreaterThan(8);
    for (const node of strings) {
      const value = String(plainValue(node));
      for (const [index, character] of [...value].entries()) {
        const from = [...value].slice(0, index).join('').length;
        const { start, end } = spanWithin(node, from, from + character.length);
        expect(JSON.parse(`"${unwrapped(document.slice(start, end), times)}"`)).toBe(character);
      }
    }
  });

  test('has its own mistakes, at their places', () => {
    const document = JSON.stringify({ Policy: '{"Statement": [{"Effect": "Allow",}] // x' });
    const [found] = inText(document);
    expect(found?.problems.map(({ kind, start, end }) => [kind, document.slice(start, end)])).toEqual([
      ['trailing comma', ','],
      ['comment', '// x'],
      ['syntax', ''],
    ]);
    expect(parseJson(document).problems).toEqual([]);
  });

  test('escaped more than three times is left alone', () => {
    expect(inText(wrapped(4))).toEqual([]);
  });
});

function isString(node: Node): node is StringNode {
  return node.kind === 'string';
}
