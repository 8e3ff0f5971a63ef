import { describe, expect, test } from 'vitest';
import { mended } from './mended.ts';

const queue = { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:444455556666:orders' };
const assume = { Effect: 'Allow', Action: 'sts:AssumeRole' };

describe('the source of a service', () => {
  const code = 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL';

  test('is of the account that the resource is in', () => {
    const statement = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, ...queue };
    expect(mended(code, { type: 'resource' }, statement)).toEqual({
      'Add a condition on aws:SourceAccount': {
        ...statement,
        Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
      },
      'Add a condition on aws:SourceArn': {
        ...statement,
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:444455556666:*' } },
      },
    });
  });

  test('is not asked of other principals of the statement', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com', AWS: '111122223333' },
      ...queue,
    };
    expect(mended(code, { type: 'resource' }, statement)).toEqual({});
  });
});

describe('a principal that is gone', () => {
  const id = 'AROADBQP57FF2AEXAMPLE';

  test('leaves with its type where others stay', () => {
    const statement = { ...assume, Principal: { AWS: [id], Service: 'ec2.amazonaws.com' } };
    expect(mended('INVALID_ROLE_REFERENCE', { type: 'trust' }, statement)).toEqual({
      'Remove the principal': { ...assume, Principal: { Service: 'ec2.amazonaws.com' } },
    });
  });

  test('stays where nobody would be left', () => {
    const statement = { ...assume, Principal: { AWS: [id], Service: [] } };
    expect(mended('INVALID_ROLE_REFERENCE', { type: 'trust' }, statement)).toEqual({});
  });
});

test('principals under a wrong key join those under the right one', () => {
  const statement = {
    ...assume,
    Principal: { AWS: '111122223333', Role: ['arn:aws:iam::111122223333:role/a', '111122223333'] },
  };
  expect(mended('INVALID_PRINCIPAL_KEY', { type: 'trust' }, statement)).toEqual({
    'Change to AWS': {
      ...assume,
      Principal: { AWS: ['111122223333', 'arn:aws:iam::111122223333:role/a'] },
    },
  });
});

describe('claims of an OIDC provider', () => {
  const web = { Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity' };
  const gitHub = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

  test('are not asked of other principals of the statement', () => {
    const statement = { ...web, Principal: { Federated: [gitHub, 'accounts.google.com'] } };
    expect(mended('MISSING_GITHUB_REPO_CONDITION_KEY', { type: 'trust' }, statement)).toEqual({});
  });

  test('have the names that the provider gives them', () => {
    const statement = { ...web, Principal: { Federated: 'graph.facebook.com' } };
    expect(mended('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', { type: 'trust' }, statement)).toEqual({
      'Add a condition on graph.facebook.com:app_id': {
        ...statement,
        Condition: { StringEquals: { 'graph.facebook.com:app_id': 'APP_ID' } },
      },
    });
  });
});

test('an action that the conditions do not suit is allowed in a statement of its own', () => {
  const Principal = { AWS: 'arn:aws:iam::111122223333:user/alice' };
  const Condition = {
    StringEquals: { 'sts:ExternalId': 'x' },
    StringLike: { 'aws:RequestTag/project': 'a-*' },
  };
  const statement = { ...assume, Principal, Condition };
  expect(mended('MISSING_ACTION_FOR_CONDITION_KEY', { type: 'trust' }, statement)).toEqual({
    'Add sts:TagSession': [statement, { Effect: 'Allow', Principal, Action: 'sts:TagSession' }],
  });
});
