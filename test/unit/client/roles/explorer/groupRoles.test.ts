import { expect, test } from 'vitest';
import { type Grouping, groupRoles } from '../../../../../client/src/roles/explorer/groupRoles.ts';
import { listedRole } from './listedRole.ts';

const roles = [
  listedRole({ name: 'zebra' }),
  listedRole({ name: 'Apple' }, { AWS: '123456789012' }),
  listedRole({ name: 'deploy', path: '/teams/' }, { Federated: 'accounts.google.com' }),
  listedRole({ name: 'mixed', path: '/teams/' }, { Service: 'ec2.amazonaws.com', AWS: '210987654321' }),
  listedRole({ name: 'lonely' }, {}),
  listedRole({ name: 'AWSServiceRoleForSupport', path: '/aws-service-role/support.amazonaws.com/' }),
];

const grouped = (grouping: Grouping) =>
  groupRoles(roles, grouping).map(
    ({ label, roles: members }) => `${label}: ${members.map(({ role }) => role.name).join(' ')}`,
  );

test('by path, by name within, service-linked ones at the end', () => {
  expect(grouped('path')).toEqual([
    '/: Apple lonely zebra',
    '/teams/: deploy mixed',
    'Service-Linked Roles: AWSServiceRoleForSupport',
  ]);
});

test('by who may assume them, in each group that fits', () => {
  expect(grouped('trustees')).toEqual([
    'AWS Services: mixed zebra',
    'AWS Accounts: Apple mixed',
    'Federated Identities: deploy',
    'Nobody: lonely',
    'Service-Linked Roles: AWSServiceRoleForSupport',
  ]);
});
