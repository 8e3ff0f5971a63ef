import { describe, expect, test } from 'vitest';
import type { PolicyType } from '../../../server/src/policy/policyType.ts';
import { completeAt, statement } from './applyItem.ts';

const identity = { chosen: { type: 'identity' } } as const;
const trust = { chosen: { type: 'trust' } } as const;

function elementsOf(type: PolicyType): readonly string[] {
  const { items } = completeAt(statement('|'), { chosen: { type } });
  return items.filter(({ kind }) => kind === 'element').map(({ label }) => label);
}

describe('elements', () => {
  test('are those the type of policy takes', () => {
    expect(elementsOf('identity')).toEqual([
      'Sid',
      'Effect',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Condition',
    ]);
    expect(elementsOf('trust')).toEqual(['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Condition']);
    expect(elementsOf('resource')).toContain('NotPrincipal');
    expect(elementsOf('rcp')).toEqual([
      'Sid',
      'Effect',
      'Principal',
      'Action',
      'Resource',
      'NotResource',
      'Condition',
    ]);
    expect(elementsOf('scp')).not.toContain('Principal');
  });

  test('that are there already, or have their counterpart there, are not offered', () => {
    const { labels } = completeAt(statement('"Effect":"Allow","NotAction":"s3:*",|'), identity);
    expect(labels).toEqual(['Sid', 'Resource', 'NotResource', 'Condition']);
  });

  test('of a document', () => {
    expect(completeAt('{"Version":"2012-10-17", |, "Statement":[]}', identity).labels).toEqual([]);
    expect(completeAt('{"Statement":[], |}', identity).labels).toEqual(['Version']);
    expect(completeAt('{"Statement":[], |}', { chosen: { type: 'resource' } }).labels).toEqual([
      'Version',
      'Id',
    ]);
    expect(completeAt('{"Statement":[], |}').after('Version')).toBe(
      '{"Statement":[], "Version": "2012-10-17"}',
    );
  });

  test.each([
    ['{"R":{"AssumeRolePolicyDocument":{|}}}', ['Version', 'Id', 'Statement']],
    ['{"R":{"AssumeRolePolicyDocument":{"|"}}}', ['Version', 'Id', 'Statement']],
    ['{"R":{"PolicyDocument":{"Version":"2012-10-17","St|"}}}', ['Statement']],
    ['{"Version":"2012-10-17","|"}', ['Statement']],
  ])('of a document that is begun: %s', (text, expected) => {
    const { items } = completeAt(text);
    expect(items.filter(({ kind }) => kind === 'element').map(({ label }) => label)).toEqual(expected);
  });

  test('are written whole, with a value to fill in', () => {
    expect(completeAt(statement('"Eff|"'), identity).after('Effect')).toBe(statement('"Effect": ""'));
    expect(completeAt(statement('Eff|'), identity).after('Effect')).toBe(statement('"Effect": ""'));
    expect(completeAt(statement('|'), identity).after('Action')).toBe(statement('"Action": [\n\t""\n]'));
    expect(completeAt(statement('|'), trust).after('Action')).toBe(statement('"Action": ""'));
    expect(completeAt(statement('|'), { chosen: { type: 'rcp' } }).after('Principal')).toBe(
      statement('"Principal": "*"'),
    );
    expect(completeAt(statement('|'), identity).item('Effect').retrigger).toBe(true);
  });

  test('renamed in front of their value keep it', () => {
    const { text, item, after } = completeAt(statement('"Effect":"Allow","Act|on":"s3:GetObject"'), identity);
    expect(after('Action')).toBe(statement('"Effect":"Allow","Action":"s3:GetObject"'));
    expect(text.slice(item('Action').replace.start, item('Action').replace.end)).toBe('Acton');
  });

  test('compare with the quote that their edit takes in', () => {
    expect(completeAt(statement('"Eff|"'), identity).item('Effect').filterText).toBe('"Effect');
  });
});

describe('commas', () => {
  test('follow a key in front of another member', () => {
    const before = statement('|\n"Effect":"Allow"');
    expect(completeAt(before, identity).after('Sid')).toBe(statement('"Sid": "",\n"Effect":"Allow"'));
    expect(completeAt(statement('"S|"\n"Effect":"Allow"'), identity).after('Sid')).toBe(
      statement('"Sid": "",\n"Effect":"Allow"'),
    );
  });

  test('missing in front are put in', () => {
    expect(completeAt(statement('"Effect":"Allow"\n"A|"'), identity).after('Action')).toBe(
      statement('"Effect":"Allow",\n"Action": [\n\t""\n]'),
    );
    expect(
      completeAt(statement('"Action":["s3:GetObject"\n"s3:PutObj|"]'), identity).after('s3:PutObject'),
    ).toBe(statement('"Action":["s3:GetObject",\n"s3:PutObject"]'));
  });

  test('missing behind a value are put in', () => {
    expect(completeAt(statement('"Effect":"|"\n"Action":"s3:GetObject"'), identity).after('Deny')).toBe(
      statement('"Effect":"Deny",\n"Action":"s3:GetObject"'),
    );
    expect(completeAt(statement('"Effect": |\n"Action":"s3:GetObject"'), identity).after('Deny')).toBe(
      statement('"Effect": "Deny",\n"Action":"s3:GetObject"'),
    );
    expect(completeAt(statement('"Action":[| "s3:GetObject"]'), identity).after('*')).toBe(
      statement('"Action":["*", "s3:GetObject"]'),
    );
  });

  test('are not doubled', () => {
    expect(completeAt(statement('|,"Effect":"Allow"'), identity).after('Sid')).toBe(
      statement('"Sid": "","Effect":"Allow"').replace('"","', '"","'),
    );
  });
});

describe('versions and effects', () => {
  test('take the place of what is typed', () => {
    const { labels, after } = completeAt('{"Version":"2|x","Statement":[]}', identity);
    expect(labels).toEqual(['2012-10-17', '2008-10-17']);
    expect(after('2012-10-17')).toBe('{"Version":"2012-10-17","Statement":[]}');
  });

  test('of organizations are fewer', () => {
    expect(completeAt('{"Version":"|","Statement":[]}', { chosen: { type: 'scp' } }).labels).toEqual([
      '2012-10-17',
    ]);
    expect(completeAt(statement('"Effect":"|"'), { chosen: { type: 'rcp' } }).labels).toEqual(['Deny']);
    expect(completeAt(statement('"Effect":"|"'), { chosen: { type: 'scp' } }).labels).toEqual([
      'Allow',
      'Deny',
    ]);
  });

  test('get quotes where there are none', () => {
    expect(completeAt(statement('"Effect": |'), identity).after('Allow')).toBe(
      statement('"Effect": "Allow"'),
    );
    expect(completeAt(statement('"Effect": Al|'), identity).after('Allow')).toBe(
      statement('"Effect": "Allow"'),
    );
    expect(completeAt('{"Version":"2012-10-17","Statement":[{"Effect":"Al|').after('Allow')).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"',
    );
  });
});

describe('nothing is offered', () => {
  test.each([
    ['behind a value', '"Effect":"Allow"|'],
    ['behind a key', '"Effect" |'],
    ['in front of a value', '"Effect": |"Allow"'],
    ['in a Sid', '"Sid":"|"'],
    ['in a comment', '"Effect":"Allow", // |\n "Action":"*"'],
  ])('%s', (_, members) => {
    const { labels } = completeAt(statement(members), identity);
    expect(labels).toEqual([]);
  });

  test('outside of policies', () => {
    expect(completeAt('{"name":"|"}').labels).toEqual([]);
    expect(completeAt('{"Policy":{"Version":"2012-10-17","Statement":[]}, "|":1}').labels).toEqual([]);
  });

  test('in a string whose text a template makes', () => {
    const template = `{"AWSTemplateFormatVersion":"2010-09-09","P":${statement('"Effect":"Allow","Action":"s3:GetObject","Resource":{"Fn::Sub":"arn|"}')}}`;
    expect(completeAt(template).labels).toEqual([]);
  });
});
