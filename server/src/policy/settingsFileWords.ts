import { quotaBounds } from './quotas.ts';

/** The objects of a settings file by the name they stand under, with what they may have. */
export const settingsObjects: Readonly<
  Record<string, { readonly what: string; readonly names: readonly string[] }>
> = {
  'the settings file': {
    what: 'The settings file',
    names: [
      'policies',
      'checks',
      'overrides',
      'suppressions',
      'trustedAccounts',
      'organizationIds',
      'account',
      'partition',
      'quotas',
      'catalog',
    ],
  },
  '"policies"': { what: 'An entry of "policies"', names: ['files', 'type', 'owner'] },
  '"overrides"': { what: 'An entry of "overrides"', names: ['files', 'checks'] },
  '"suppressions"': {
    what: 'An entry of "suppressions"',
    names: ['code', 'files', 'sid', 'path', 'reason'],
  },
  '"quotas"': { what: '"quotas"', names: Object.keys(quotaBounds) },
  '"catalog"': {
    what: '"catalog"',
    names: ['additionalActions', 'additionalConditionKeys', 'additionalServices'],
  },
};

interface Words {
  /** What the value has to be, where its type alone does not say it. */
  readonly must?: string;
  readonly whyNeeded?: string;
  readonly outOfPlace?: string;
}

const { roleTrustPolicyLength } = quotaBounds;

export const namesOfSettings: Readonly<Record<string, Words>> = {
  'the settings file': { must: 'an object in braces' },
  '"files"': {
    must: 'a path with wildcards, such as "policies/**/*.json", or a list of such paths',
    whyNeeded: 'the files it speaks of',
  },
  '"policies"': { must: 'a list of objects with "files" and "type"' },
  '"type"': { whyNeeded: 'what the policies in these files are, such as "trust"' },
  '"owner"': {
    outOfPlace: 'says whose a resource policy is: it goes with "type": "resource" only',
  },
  '"checks"': {
    must: 'an object with codes and what to make of them, such as { "RISK_WILDCARD_ACTION": "off" }',
    whyNeeded: 'what to make of the checks in these files',
  },
  '"overrides"': { must: 'a list of objects with "files" and "checks"' },
  '"suppressions"': { must: 'a list of objects with "code" and "reason"' },
  '"code"': { must: 'the code of a check, in a string', whyNeeded: 'the code of the finding' },
  '"reason"': {
    must: 'a sentence for those who read it later',
    whyNeeded: 'why the finding is meant to stay, for those who read it later',
  },
  '"sid"': { must: 'the Sid of a statement, in a string' },
  '"path"': {
    must: 'a path from the policy document’s root, such as "Statement[0].Action"',
    outOfPlace: 'and "sid" both say where the finding is: keep one of them',
  },
  '"trustedAccounts"': { must: 'a list of account ids, each a string of 12 digits' },
  '"organizationIds"': { must: 'a list of organization ids, each a string such as "o-a1b2c3d4e5"' },
  '"account"': { must: 'an account id: a string of 12 digits' },
  '"quotas"': { must: 'an object with the quotas that were raised for the account' },
  '"roleTrustPolicyLength"': {
    must: `a whole number of characters from ${roleTrustPolicyLength.default} to ${roleTrustPolicyLength.most}, which is as far as AWS raises it`,
  },
  '"catalog"': { must: 'an object with lists of what AWS has and the data does not know yet' },
  '"additionalActions"': { must: 'a list of actions, each a string such as "s3:GetObject"' },
  '"additionalConditionKeys"': { must: 'a list of condition keys, each a string such as "s3:prefix"' },
  '"additionalServices"': { must: 'a list of service prefixes, each a string such as "s3"' },
};
