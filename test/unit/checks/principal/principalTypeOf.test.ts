import { expect, test } from 'vitest';
import { principalTypeOf } from '../../../../server/src/checks/principal/principalTypeOf.ts';
import { testCatalog } from '../../../catalog.ts';

test.each([
  ['*', 'AWS'],
  ['111122223333', 'AWS'],
  ['arn:aws:iam::111122223333:role/reader', 'AWS'],
  ['AROADBQP57FF2AEXAMPLE', 'AWS'],
  ['ec2.amazonaws.com', 'Service'],
  ['cognito-identity.amazonaws.com', 'Federated'],
  ['accounts.google.com', 'Federated'],
  ['arn:aws:iam::111122223333:saml-provider/ExampleIdp', 'Federated'],
  ['79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be', 'CanonicalUser'],
  ['example.com', undefined],
  ['', undefined],
])('%s belongs under %s', (text, type) => {
  expect(principalTypeOf(text, testCatalog())).toBe(type);
});
