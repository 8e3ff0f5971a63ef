import { expect, test } from 'vitest';
import { meantServicePrincipals } from '../../../../server/src/checks/principal/meantServicePrincipals.ts';
import { testCatalog } from '../../../catalog.ts';

test.each([
  ['ec2', 'ec2.amazonaws.com'],
  ['Lambda.amazonaws.com', 'lambda.amazonaws.com'],
  ['https://ec2.amazonaws.com/', 'ec2.amazonaws.com'],
  ['ec2.us-east-1', 'ec2.amazonaws.com'],
  ['stepfunctions', 'states.amazonaws.com'],
])('%s means %s', (text, principal) => {
  expect(meantServicePrincipals(testCatalog(), text)[0]).toBe(principal);
});

test.each(['', 'arn:aws:iam::111122223333:role/reader', 'no-such-service'])('%s means no service', (text) => {
  expect(meantServicePrincipals(testCatalog(), text)).toEqual([]);
});
