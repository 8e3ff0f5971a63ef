import { expect, test } from 'vitest';
import { knownAccounts } from '../../../../server/src/checks/trust/knownAccounts.ts';
import { readDocument } from '../../../../server/src/policy/readDocument.ts';

function accounts(text: string): string[] {
  const [first] = readDocument(text, { chosen: { type: 'trust' } }).policies;
  if (first === undefined) throw new Error(`No policy in ${text}`);
  return [...knownAccounts(first.policy, { trustedAccounts: ['111122223333'] })];
}

const trust = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
  "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" }] }`;

test('the accounts of the settings are known, those a policy trusts are not', () => {
  expect(accounts(trust)).toEqual(['111122223333']);
});

test("the role's own account is known by the ARN beside the policy", () => {
  const role = `{ "Role": { "Arn": "arn:aws:iam::777788889999:role/r", "AssumeRolePolicyDocument": ${trust} } }`;
  expect(accounts(role)).toEqual(['111122223333', '777788889999']);
});

test("the role's own account is known by an identity provider that it trusts", () => {
  const federated = trust.replace(
    '"AWS": "444455556666"',
    '"Federated": "arn:aws:iam::777788889999:saml-provider/Idp"',
  );
  expect(accounts(federated)).toEqual(['111122223333', '777788889999']);
});
