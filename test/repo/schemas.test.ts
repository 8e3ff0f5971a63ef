import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { compiledValidators, editorKeywords, publishedSchemas } from '../../scripts/schemas.mts';
import { knownCodes } from '../../server/src/checks/knownCodes.ts';
import { type PolicyType, policyTypes } from '../../server/src/policy/policyType.ts';
import { latestManagedPolicies } from '../corpus/managedPolicies.ts';

function textOf(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

/** As an editor reads it: from the file, alone. */
function validatorOf(name: string): ValidateFunction {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    // Operators have a description each, and their values are judged by family.
    allowMatchingProperties: true,
  });
  ajv.addVocabulary(editorKeywords);
  return ajv.compile(JSON.parse(textOf(`schemas/${name}`)));
}

const validators = Object.fromEntries(
  policyTypes.map((type) => [type, validatorOf(`${type}-policy.schema.json`)]),
) as Readonly<Record<PolicyType, ValidateFunction>>;

function document(...statements: readonly unknown[]): unknown {
  return { Version: '2012-10-17', Statement: statements };
}

describe('schemas/', () => {
  it.each([...publishedSchemas(knownCodes)])('%s is what the script writes', (name, schema) => {
    expect(JSON.parse(textOf(`schemas/${name}`))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('every element has a description with a link to its page', () => {
    for (const type of policyTypes) {
      const schema = JSON.parse(textOf(`schemas/${type}-policy.schema.json`));
      const elements = { ...schema.properties, ...schema.definitions.statement.properties };
      for (const element of Object.values<{ description: string }>(elements)) {
        expect(element.description).toMatch(/\. https:\/\/docs\.aws\.amazon\.com\/\S+$/);
      }
    }
  });
});

describe('the compiled validators', () => {
  const code = compiledValidators();

  it('import nothing and make no code', () => {
    expect(code).not.toMatch(/\brequire\(|\bimport\b|new Function|\beval\(/);
  });

  it('are what stands beside the shape check', () => {
    expect(textOf('server/src/policy/shape/validators.generated.mjs')).toBe(code);
  });
});

const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const service = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
const granted = { ...read, Principal: { AWS: '111122223333' } };
const denied = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };

const good: readonly (readonly [PolicyType, unknown])[] = [
  ['trust', document(service)],
  ['trust', { Id: 'x', Statement: service }],
  [
    'trust',
    document({
      ...service,
      Principal: { Federated: ['accounts.google.com', 'arn:aws:iam::111122223333:saml-provider/P'] },
    }),
  ],
  ['identity', document(read, { Sid: 'A1', Effect: 'Deny', NotAction: ['iam:*', '*'], NotResource: ['*'] })],
  [
    'identity',
    document({
      ...read,
      Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a*'] }, Null: { 'a:b': true } },
    }),
  ],
  [
    'identity',
    document({
      ...read,
      Condition: {
        NumericLessThan: { 'a:b': 5 },
        DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
      },
    }),
  ],
  [
    'identity',
    document({
      ...read,
      Condition: {
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] },
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' },
      },
    }),
  ],
  [
    'resource',
    document(granted, { ...read, Sid: 'with blanks', NotPrincipal: { CanonicalUser: 'a'.repeat(64) } }),
  ],
  ['scp', document({ Effect: 'Deny', NotAction: 'a:*b*', Resource: '*' })],
  ['rcp', document(denied)],
  ['boundary', document(read)],
  ['session', document(read)],
];

const bad: readonly (readonly [PolicyType, string, unknown])[] = [
  ['trust', 'a resource', document({ ...service, Resource: '*' })],
  ['trust', 'another service’s action', document({ ...service, Action: 's3:GetObject' })],
  ['trust', 'NotPrincipal', document({ ...service, Principal: undefined, NotPrincipal: { AWS: '*' } })],
  ['trust', 'a principal in a string', document({ ...service, Principal: 'ec2.amazonaws.com' })],
  ['trust', 'a principal type IAM does not know', document({ ...service, Principal: { Role: 'x' } })],
  ['trust', 'no principal', document({ Effect: 'Allow', Action: 'sts:AssumeRole' })],
  ['identity', 'a principal', document(granted)],
  ['identity', 'an Id', { Id: 'x', Statement: [read] }],
  ['identity', 'no statement', { Version: '2012-10-17' }],
  ['identity', 'an unknown version', { Version: '2012-10-18', Statement: [read] }],
  ['identity', 'an unknown element', document({ ...read, Comment: 'x' })],
  ['identity', 'an effect in lower case', document({ ...read, Effect: 'allow' })],
  ['identity', 'no effect', document({ Action: '*', Resource: '*' })],
  ['identity', 'Action and NotAction', document({ ...read, NotAction: '*' })],
  ['identity', 'an action without its service', document({ ...read, Action: 'GetObject' })],
  ['identity', 'a resource that is no ARN', document({ ...read, Resource: 'b/*' })],
  ['identity', 'a Sid with blanks', document({ ...read, Sid: 'with blanks' })],
  ['identity', 'an unknown operator', document({ ...read, Condition: { StringMatches: { 'a:b': 'c' } } })],
  ['identity', 'NullIfExists', document({ ...read, Condition: { NullIfExists: { 'a:b': 'true' } } })],
  [
    'identity',
    'a condition key without its service',
    document({ ...read, Condition: { Bool: { b: 'true' } } }),
  ],
  ['identity', 'a truth value that is none', document({ ...read, Condition: { Bool: { 'a:b': 'yes' } } })],
  ['identity', 'an address that is none', document({ ...read, Condition: { IpAddress: { 'a:b': 'home' } } })],
  ['resource', 'no principal', document(read)],
  [
    'resource',
    'a federated principal',
    document({ ...read, Principal: { Federated: 'accounts.google.com' } }),
  ],
  ['scp', 'no version', { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }],
  ['scp', 'the old version', { Version: '2008-10-17', Statement: [read] }],
  ['scp', 'a principal', document(denied)],
  ['rcp', 'a principal other than everyone', document({ ...denied, Principal: { AWS: '*' } })],
  ['rcp', 'NotAction', document({ ...denied, Action: undefined, NotAction: 's3:*' })],
  ['boundary', 'a principal', document(granted)],
  ['session', 'no resource', document({ Effect: 'Allow', Action: '*' })],
];

describe('the schema of a policy type', () => {
  it.each(good)('%s takes %j', (type, policy) => {
    expect(validators[type](policy), JSON.stringify(validators[type].errors)).toBe(true);
  });

  it.each(bad)('%s refuses %s', (type, _what, policy) => {
    expect(validators[type](JSON.parse(JSON.stringify(policy)))).toBe(false);
  });

  it('identity takes every AWS managed policy', () => {
    const refused = [...latestManagedPolicies()].filter(
      ({ document: policy }) => !validators.identity(policy),
    );
    expect(refused.map(({ name }) => name)).toEqual([]);
  });
});
