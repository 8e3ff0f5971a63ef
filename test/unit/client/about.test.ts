import { expect, test } from 'vitest';
import { aboutText } from '../../../client/src/commands/about.ts';

test('tells version, date and counts', () => {
  const catalogCounts = {
    services: 456,
    actions: 22_091,
    resourceTypes: 2,
    conditionKeys: 3,
    managedPolicies: 4,
  };
  const text = aboutText('1.2.3', { kind: 'running', server: { catalogDate: '2026-09-26', catalogCounts } });
  expect(text).toBe(
    'IAM Roles for AWS 1.2.3. AWS data of 2026-09-26: 456 services, 22,091 actions, 2 resource types, ' +
      '3 condition keys, 4 managed policies. Nothing leaves this machine.',
  );
});

test('tells that the server is off', () => {
  expect(aboutText('1.2.3', { kind: 'off' })).toContain('The language server is off');
});
