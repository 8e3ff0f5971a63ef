import { expect, test } from 'vitest';
import { countFindings } from '../../../../../client/src/roles/explorer/findingCounts.ts';
import { roleNode } from '../../../../../client/src/roles/explorer/roleNode.ts';
import { listedRole } from './listedRole.ts';

const deploy = listedRole({ name: 'deploy', path: '/teams/', description: 'Deploys.' });

test('a row says what its group does not', () => {
  expect(roleNode(deploy, 'g', 'path', undefined).description).toBe('ec2.amazonaws.com');
  expect(roleNode(deploy, 'g', 'trustees', undefined).description).toBe('/teams/');
});

test('a screen reader is told all of it', () => {
  const counts = countFindings([{ severity: 'ERROR' }, { severity: 'WARNING' }, { severity: 'WARNING' }]);
  const judgements = new Map([['trust', { value: counts }]]);
  const { spoken, findings, tooltip } = roleNode(deploy, 'g', 'path', judgements);
  expect(spoken).toBe('Role deploy, path /teams/, may be assumed by ec2.amazonaws.com, 1 error, 2 warnings');
  expect(findings).toEqual(counts);
  expect(tooltip).toContain('arn:aws:iam::123456789012:role/teams/deploy\nDeploys.');
});

test('a service-linked role has no flag by which menus offer to change it', () => {
  const linked = listedRole({
    name: 'AWSServiceRoleForSupport',
    path: '/aws-service-role/support.amazonaws.com/',
  });
  expect(roleNode(linked, 'g', 'path', undefined).flags).toEqual(['role', 'serviceLinked']);
  expect(roleNode(deploy, 'g', 'path', undefined).flags).toEqual(['role', 'own']);
});
