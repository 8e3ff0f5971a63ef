import type { Role } from '../../../../../client/src/roles/awsApi.ts';
import type { ListedRole } from '../../../../../client/src/roles/explorer/listedRole.ts';

/** A role with a trust policy of one statement, and what matters to a test. */
export function listedRole(
  about: Partial<Role> & { readonly name: string },
  principal: unknown = { Service: 'ec2.amazonaws.com' },
): ListedRole {
  const { name, path = '/' } = about;
  const statement = { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' };
  return {
    role: {
      path,
      arn: `arn:aws:iam::123456789012:role${path}${name}`,
      id: 'AROAEXAMPLE',
      created: new Date('2024-01-01T00:00:00Z'),
      trustPolicy: JSON.stringify({ Version: '2012-10-17', Statement: statement }),
      description: '',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: {},
      lastUsed: undefined,
      ...about,
    },
    inlinePolicies: undefined,
  };
}
