import { describe, expect, test } from 'vitest';
import { completeAt, statement } from './applyItem.ts';

const identity = { chosen: { type: 'identity' } } as const;
const trust = { chosen: { type: 'trust' } } as const;
const condition = (block: string, action = 's3:ListBucket') =>
  statement(`"Action":"${action}","Condition":{${block}}`);
const federated = (arn: string, block: string) =>
  statement(`"Principal":{"Federated":"${arn}"},"Condition":{${block}}`);
const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

describe('operators', () => {
  test('open a block', () => {
    const { labels, after, item } = completeAt(condition('|'), identity);
    expect(after('StringEquals')).toBe(condition('"StringEquals": {\n\t\n}'));
    expect(item('StringEquals').retrigger).toBe(true);
    expect(labels).toContain('NumericLessThanIfExists');
    expect(labels).toContain('ForAnyValue:ArnLike');
    expect(labels).not.toContain('NullIfExists');
  });

  test('that fit the keys in the block come first', () => {
    expect(completeAt(condition('"|":{"aws:SourceIp":"10.0.0.0/8"}'), identity).labels.slice(0, 2)).toEqual([
      'IpAddress',
      'NotIpAddress',
    ]);
    expect(completeAt(condition('"|":{"aws:SecureTransport":"true"}'), identity).labels[0]).toBe('Bool');
    expect(completeAt(condition('"|":{"aws:TagKeys":["a"]}'), identity).labels[0]).toBe(
      'ForAnyValue:StringEquals',
    );
  });

  test('on sets are not offered for keys with one value', () => {
    const { labels, after } = completeAt(condition('"Str|":{"aws:SourceVpc":"vpc-1"}'), identity);
    expect(labels.filter((label) => label.startsWith('For'))).toEqual([]);
    expect(after('StringLike')).toBe(condition('"StringLike":{"aws:SourceVpc":"vpc-1"}'));
  });

  test('that are there already are not offered', () => {
    expect(completeAt(condition('"Bool":{},|'), identity).labels).not.toContain('Bool');
  });
});

describe('condition keys', () => {
  test('of the statement come first, then global ones, then those of other types', () => {
    const { labels, after } = completeAt(condition('"StringEquals":{|}'), identity);
    const places = ['s3:prefix', 'aws:PrincipalOrgID', 's3:max-keys'].map((label) => labels.indexOf(label));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(labels).not.toContain('ec2:InstanceType');
    expect(after('s3:prefix')).toBe(condition('"StringEquals":{"s3:prefix": ""}'));
  });

  test('fit the operator first', () => {
    expect(completeAt(condition('"NumericLessThan":{"|"}'), identity).labels.slice(0, 2)).toEqual([
      's3:TlsVersion',
      's3:max-keys',
    ]);
    const { labels } = completeAt(condition('"Bool":{|}'), identity);
    expect(labels.indexOf('aws:SecureTransport')).toBeLessThan(labels.indexOf('s3:prefix'));
    expect(completeAt(condition('"ForAnyValue:StringEquals":{|}'), identity).labels.slice(0, 8)).toContain(
      'aws:TagKeys',
    );
  });

  test('of several values start a list', () => {
    expect(completeAt(condition('"ForAllValues:StringEquals":{|}'), identity).after('aws:TagKeys')).toBe(
      condition('"ForAllValues:StringEquals":{"aws:TagKeys": [""]}'),
    );
  });

  test('with a part to fill in have a tab stop there', () => {
    const { item, after } = completeAt(condition('"StringEquals":{|}'), identity);
    expect(item('aws:ResourceTag/TagKey').insert.text).toBe('"aws:ResourceTag/${1:TagKey}": "$2"');
    expect(after('aws:ResourceTag/TagKey')).toContain('{"aws:ResourceTag/TagKey": ""}');
  });

  test('keep to the resources of the statement', () => {
    const members = (arn: string) =>
      statement(`"Action":"ec2:RunInstances","Resource":"${arn}","Condition":{"StringEquals":{|}}`);
    expect(completeAt(members('*'), identity).labels).toContain('ec2:InstanceType');
    expect(completeAt(members('arn:aws:ec2:*:*:instance/*'), identity).labels).toContain('ec2:InstanceType');
    expect(completeAt(members('arn:aws:ec2:*:*:subnet/*'), identity).labels).not.toContain(
      'ec2:InstanceType',
    );
  });

  test('that the block has already are left out', () => {
    const { labels } = completeAt(condition('"StringEquals":{"S3:PREFIX":"a",|}'), identity);
    expect(labels).not.toContain('s3:prefix');
  });

  test('only some services send go with those services', () => {
    expect(completeAt(condition('"StringEquals":{|}'), identity).labels).toContain('aws:VpceAccount');
    expect(completeAt(condition('"StringEquals":{|}', 'ec2:StartInstances'), identity).labels).not.toContain(
      'aws:VpceAccount',
    );
  });

  test('of a trust policy are those of its provider', () => {
    const oidc = completeAt(federated(github, '"StringLike":{|}'), trust).labels;
    expect(oidc.slice(0, 2)).toEqual([
      'token.actions.githubusercontent.com:aud',
      'token.actions.githubusercontent.com:sub',
    ]);
    expect(oidc.filter((label) => label.startsWith('saml:') || label.startsWith('graph.'))).toEqual([]);
    const saml = completeAt(
      federated('arn:aws:iam::111122223333:saml-provider/Okta', '"StringEquals":{|}'),
      trust,
    ).labels;
    expect(saml[0]).toBe('saml:aud');
    expect(saml.filter((label) => label.startsWith('token.'))).toEqual([]);
    const account = statement(
      '"Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{|}}',
    );
    expect(completeAt(account, trust).labels[0]).toBe('sts:ExternalId');
  });
});

describe('condition values', () => {
  const values = (operator: string, key: string, options: Parameters<typeof completeAt>[1] = identity) =>
    completeAt(condition(`"${operator}":{"${key}":"|"}`), options).labels;

  test.each([
    ['Bool', 'aws:SecureTransport', ['true', 'false']],
    ['Null', 'aws:SourceVpc', ['true', 'false']],
    ['StringEquals', 'aws:PrincipalType', ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous']],
    ['StringEquals', 'saml:aud', ['https://signin.aws.amazon.com/saml']],
    ['StringEquals', 'token.actions.githubusercontent.com:aud', ['sts.amazonaws.com']],
    ['StringEquals', 'aws:SourceAccount', ['111122223333']],
    ['IpAddress', 'aws:SourceIp', ['203.0.113.0/24']],
    ['StringEquals', 'sts:ExternalId', []],
  ])('%s %s', (operator, key, expected) => {
    expect(values(operator, key)).toEqual(expected);
  });

  test('are Regions of the partition, the own one first', () => {
    const account = { id: '', partition: 'aws-us-gov', region: 'us-gov-west-1' };
    expect(values('StringEquals', 'aws:RequestedRegion', { ...identity, settings: { account } })).toEqual([
      'us-gov-west-1',
      'us-gov-east-1',
    ]);
    expect(values('StringEquals', 'aws:RequestedRegion')).toContain('eu-west-1');
  });

  test('are service principals', () => {
    expect(values('StringEquals', 'iam:PassedToService').slice(0, 2)).toEqual([
      'ec2.amazonaws.com',
      'lambda.amazonaws.com',
    ]);
    expect(values('StringEquals', 'iam:AWSServiceName')).toContain('autoscaling.amazonaws.com');
    expect(values('ForAnyValue:StringEquals', 'aws:CalledVia')).toContain('cloudformation.amazonaws.com');
  });

  test('are the organizations of the settings, or what an id looks like', () => {
    const settings = { organizationIds: ['o-exampleorgid'] };
    const ids = values('StringEquals', 'aws:PrincipalOrgID', { ...identity, settings });
    expect(ids).toEqual(['o-exampleorgid']);
    expect(values('StringEquals', 'aws:ResourceOrgID', identity)).toEqual(['o-a1b2c3d4e5']);
  });

  test('are the accounts of the settings', () => {
    const account = { id: '999988887777', partition: 'aws', region: '' };
    const settings = { account, trustedAccounts: ['444455556666'] };
    expect(values('StringEquals', 'aws:SourceAccount', { ...identity, settings })).toEqual([
      '999988887777',
      '444455556666',
    ]);
  });

  test('are patterns of subjects', () => {
    const { labels, item } = completeAt(
      federated(github, '"StringLike":{"token.actions.githubusercontent.com:sub":"|"}'),
      trust,
    );
    expect(labels).toContain('repo:octo-org/octo-repo:ref:refs/heads/main');
    expect(labels.slice(0, 2)).toEqual([
      'repo:OWNER/REPO:CONTEXT',
      'repo:OWNER@OWNER_ID/REPO@REPO_ID:CONTEXT',
    ]);
    expect(item('repo:OWNER/REPO:CONTEXT').insert).toEqual({
      text: 'repo:${1:OWNER}/${2:REPO}:${3:CONTEXT}',
      snippet: true,
    });
  });

  test('are managed policies, by any part of their name', () => {
    const { after, incomplete } = completeAt(
      condition('"ArnEquals":{"iam:PolicyARN":"ReadOnlyA|"}'),
      identity,
    );
    expect(after('ReadOnlyAccess')).toBe(
      condition('"ArnEquals":{"iam:PolicyARN":"arn:aws:iam::aws:policy/ReadOnlyAccess"}'),
    );
    expect(incomplete).toBe(true);
  });

  test('in a list leave out those it has', () => {
    const { labels } = completeAt(condition('"StringEquals":{"aws:PrincipalType":["User", |]}'), identity);
    expect(labels).toEqual(['Account', 'FederatedUser', 'AssumedRole', 'Anonymous']);
  });
});
