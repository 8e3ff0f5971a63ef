import { describe, expect, test } from 'vitest';
import { expandAction } from '../../../server/src/access/expandAction.ts';
import { testCatalog } from '../../catalog.ts';
import { completeAt, statement } from './applyItem.ts';

const identity = { chosen: { type: 'identity' } } as const;
const trust = { chosen: { type: 'trust' } } as const;

describe('services', () => {
  test('come until one is typed, with their names', () => {
    const { items, item, labels } = completeAt(statement('"Action":"|"'), identity);
    expect(items[0]?.label).toBe('s3:');
    expect(item('s3:')).toMatchObject({ detail: 'Amazon S3', retrigger: true, kind: 'service' });
    expect(labels.every((label) => label.endsWith(':') || label === '*')).toBe(true);
  });

  test('the policy names already come first', () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Action":"zonal:x"},{"Action":"athena:*"},{"Action":"|"}]}';
    expect(completeAt(text, identity).labels[0]).toBe('athena:');
  });

  test('are found by prefix and by name', () => {
    expect(completeAt(statement('"Action":"step|"'), identity).item('states:').filterText).toBe(
      'Step Functions',
    );
    expect(completeAt(statement('"Action":"dyn|"'), identity).labels[0]).toBe('dynamodb:');
    expect(completeAt(statement('"Action":"dyn|"'), identity).after('dynamodb:')).toBe(
      statement('"Action":"dynamodb:"'),
    );
  });

  test('of a resource control policy are those that support one', () => {
    const { labels } = completeAt(statement('"Action":"|"'), { chosen: { type: 'rcp' } });
    expect(labels).toContain('s3:');
    expect(labels).not.toContain('ec2:');
    expect(labels).not.toContain('*');
  });

  test('of a bucket policy are Amazon S3 alone', () => {
    const { labels } = completeAt(statement('"Action":"|"'), {
      chosen: { type: 'resource', owner: 'AWS::S3::Bucket' },
    });
    expect(labels).toEqual(['s3:', '*']);
  });
});

describe('actions', () => {
  test('of the typed service take the place of the whole word', () => {
    const { item, after, labels } = completeAt(statement('"Action":["s3:GetOb|xyz"]'), identity);
    expect(item('s3:GetObject')).toMatchObject({
      detail: 'Read',
      kind: 'action',
      filterText: 's3:GetObject',
    });
    expect(after('s3:GetObject')).toBe(statement('"Action":["s3:GetObject"]'));
    expect(labels.every((label) => label.startsWith('s3:'))).toBe(true);
  });

  test('that the element has already are left out', () => {
    const { labels } = completeAt(
      statement('"Action":["s3:getobject","s3:PutObject","s3:GetObj|"]'),
      identity,
    );
    expect(labels).toContain('s3:GetObjectAcl');
    expect(labels).not.toContain('s3:GetObject');
  });

  test('the word at the cursor is not left out', () => {
    expect(completeAt(statement('"Action":["s3:GetObject|"]'), identity).labels).toContain('s3:GetObject');
  });

  test('of a service with many are found by any part of their name', () => {
    const all = completeAt(statement('"Action":"ec2:|"'), identity);
    expect(all.incomplete).toBe(true);
    expect(all.labels).not.toContain('ec2:WithdrawByoipCidr');
    expect(completeAt(statement('"Action":"ec2:byoip|"'), identity).labels).toContain(
      'ec2:WithdrawByoipCidr',
    );
    expect(completeAt(statement('"Action":"ec2:RunIns|"'), identity).labels[0]).toBe('ec2:RunInstances');
  });

  test('without a known service there are none', () => {
    expect(completeAt(statement('"Action":"nosuch:|"'), identity).labels).toEqual([]);
  });

  test('in NotAction as well', () => {
    expect(completeAt(statement('"NotAction":["iam:Pass|"]'), identity).labels).toContain('iam:PassRole');
  });
});

describe('wildcards', () => {
  test('tell how many actions they match', () => {
    const { item } = completeAt(statement('"Action":"s3:|"'), identity);
    const count = (pattern: string) => expandAction(testCatalog(), pattern).length;
    expect(item('s3:Get*').detail).toBe(`matches ${count('s3:Get*')} actions`);
    expect(item('s3:*').detail).toBe(`matches ${count('s3:*')} actions`);
  });

  test('come behind the first actions that begin with what is typed', () => {
    const { labels } = completeAt(statement('"Action":"s3:GetObj|"'), identity);
    expect(labels[0]).toBe('s3:GetObject');
    expect(labels.slice(1, 6).every((label) => label.startsWith('s3:GetObject'))).toBe(true);
    expect(labels[6]).toBe('s3:GetObj*');
    expect(completeAt(statement('"Action":"s3:|"'), identity).labels[0]).not.toContain('*');
    expect(completeAt(statement('"Action":"ec2:Desc|"'), identity).labels).toContain('ec2:Describe*');
  });

  test('come first once one is typed', () => {
    expect(completeAt(statement('"Action":"s3:Get*|"'), identity).labels[0]).toBe('s3:Get*');
    expect(completeAt(statement('"Action":"s3:*|"'), identity).labels[0]).toBe('s3:*');
    expect(completeAt(statement('"Action":"s3:*Acl|"'), identity).labels[0]).toBe('s3:*Acl');
  });

  test('are spelled as the actions are', () => {
    const { labels } = completeAt(statement('"Action":"s3:getobj|"'), identity);
    expect(labels).toContain('s3:GetObj*');
    expect(labels[0]).toBe('s3:GetObject');
  });

  test('go on from what is typed', () => {
    expect(completeAt(statement('"Action":"s3:GetBucket|"'), identity).labels).toContain('s3:GetBucket*');
    expect(completeAt(statement('"Action":"s3:*Acl|"'), identity).labels).toContain('s3:*Acl');
    expect(completeAt(statement('"Action":"s3:Ge|"'), identity).labels).not.toContain('s3:Ge*');
    expect(completeAt(statement('"Action":"s3:Xy|"'), identity).labels).not.toContain('s3:Xy*');
  });
});

describe('actions of a trust policy', () => {
  const roleActions = [
    'sts:AssumeRole',
    'sts:AssumeRoleWithSAML',
    'sts:AssumeRoleWithWebIdentity',
    'sts:SetContext',
    'sts:SetSourceIdentity',
    'sts:TagSession',
  ];

  test('are those on roles, and nothing else', () => {
    expect([...completeAt(statement('"Action":"|"'), trust).labels].sort()).toEqual(roleActions);
    expect([...completeAt(statement('"Action":"sts:G|"'), trust).labels].sort()).toEqual(roleActions);
  });

  test.each([
    ['"Service":"ec2.amazonaws.com"', ['sts:AssumeRole']],
    ['"Service":"pods.eks.amazonaws.com"', ['sts:AssumeRole', 'sts:TagSession']],
    ['"AWS":"111122223333"', ['sts:AssumeRole']],
    ['"Federated":"arn:aws:iam::111122223333:saml-provider/Okta"', ['sts:AssumeRoleWithSAML']],
    ['"Federated":"arn:aws:iam::111122223333:oidc-provider/gitlab.com"', ['sts:AssumeRoleWithWebIdentity']],
    ['"Federated":"cognito-identity.amazonaws.com"', ['sts:AssumeRoleWithWebIdentity']],
  ])('fit the principal %s first', (principal, first) => {
    const { labels } = completeAt(statement(`"Principal":{${principal}},"Action":"|"`), trust);
    expect(labels.slice(0, first.length)).toEqual(first);
  });
});
