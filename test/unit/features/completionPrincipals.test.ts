import { describe, expect, test } from 'vitest';
import { completeAt, statement } from './applyItem.ts';

const trust = { chosen: { type: 'trust' } } as const;
const resource = { chosen: { type: 'resource' } } as const;
const principal = (value: string, action = 'sts:AssumeRole') =>
  statement(`"Principal":${value},"Action":"${action}"`);

describe('types of principals', () => {
  test('are those the policy can name and does not yet', () => {
    expect(completeAt(principal('{|}'), trust).labels).toEqual(['Service', 'AWS', 'Federated']);
    expect(completeAt(principal('{"AWS":"*",|}'), resource).labels).toEqual(['Service', 'CanonicalUser']);
    expect(
      completeAt(principal('{|}'), { chosen: { type: 'resource', owner: 'AWS::DynamoDB::Table' } }).labels,
    ).toEqual(['AWS', 'Service']);
    expect(completeAt(principal('{|}'), { chosen: { type: 'rcp' } }).labels).toEqual([]);
  });

  test('open a value', () => {
    expect(completeAt(principal('{"Ser|"}'), trust).after('Service')).toBe(principal('{"Service": ""}'));
    expect(completeAt(principal('"|"'), trust).after('{ "Service": … }')).toBe(
      principal('{\n\t"Service": ""\n}'),
    );
  });

  test('* alone stands for everyone where IAM takes it', () => {
    expect(completeAt(principal('"|"'), trust).labels).not.toContain('*');
    expect(completeAt(principal('"|"'), resource).after('*')).toBe(principal('"*"'));
    expect(completeAt(principal('"|"'), { chosen: { type: 'rcp' } }).labels).toEqual(['*']);
  });
});

describe('principals', () => {
  test('of services: those that roles trust first, by how much they are used', () => {
    const { labels, item } = completeAt(principal('{"Service":"|"}'), trust);
    expect(labels.slice(0, 3)).toEqual([
      'ec2.amazonaws.com',
      'lambda.amazonaws.com',
      'ecs-tasks.amazonaws.com',
    ]);
    expect(item('ec2.amazonaws.com').detail).toBe('Amazon EC2');
    expect(labels).not.toContain('cognito-identity.amazonaws.com');
  });

  test('of services are found by what is typed', () => {
    const { after } = completeAt(principal('{"Service":["ec2.amazonaws.com","vpc-fl|"]}'), trust);
    expect(after('vpc-flow-logs.amazonaws.com')).toBe(
      principal('{"Service":["ec2.amazonaws.com","vpc-flow-logs.amazonaws.com"]}'),
    );
  });

  test('of AWS: shapes of ARNs, and the accounts of the settings', () => {
    const account = { id: '999988887777', partition: 'aws', region: '' };
    const settings = { account, trustedAccounts: ['444455556666', '999988887777'] };
    expect(completeAt(principal('{"AWS":"|"}'), { ...trust, settings }).labels).toEqual([
      'arn:aws:iam::999988887777:root',
      'arn:aws:iam::999988887777:role/RoleName',
      'arn:aws:iam::999988887777:user/UserName',
      'arn:aws:sts::999988887777:assumed-role/RoleName/SessionName',
      'arn:aws:iam::444455556666:root',
    ]);
    expect(completeAt(principal('{"AWS":"|"}'), resource).labels).toContain('*');
  });

  test('that are federated: providers of the account and built-in ones', () => {
    const { labels, item } = completeAt(principal('{"Federated":"|"}'), trust);
    expect(labels).toContain('accounts.google.com');
    expect(labels).toContain('arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com');
    const circle = 'arn:aws:iam::111122223333:oidc-provider/oidc.circleci.com/org/ORGANIZATION_ID';
    expect(item(circle).insert.text).toBe(
      'arn:aws:iam::${1:111122223333}:oidc-provider/oidc.circleci.com/org/${2:ORGANIZATION_ID}',
    );
    const gitlab = 'arn:aws:iam::111122223333:oidc-provider/gitlab.com';
    expect(item(gitlab).filterText).toBe(`gitlab.com GitLab.com CI/CD ${gitlab}`);
    expect(completeAt(principal('{"Federated":"arn:aws|"}'), trust).item(gitlab).filterText).toBe(gitlab);
    expect(labels.at(-1)).toContain(':saml-provider/');
    expect(completeAt(principal('{"Federated":"|"}', 'sts:AssumeRoleWithSAML'), trust).labels[0]).toContain(
      ':saml-provider/',
    );
  });
});
