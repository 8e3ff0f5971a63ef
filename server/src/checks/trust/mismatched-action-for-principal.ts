import type { Statement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { analyzerPage, type Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { addListed, changeListed, fixWith } from '../listFixes.ts';
import { type AssumeAction, type Mismatch, mismatches, wayOf } from './mismatches.ts';

const suitable = {
  'sts:assumerole': 'a principal of type AWS or Service',
  'sts:assumerolewithsaml': 'a SAML provider as principal of type Federated',
  'sts:assumerolewithwebidentity': 'an OIDC provider as principal of type Federated',
} as const satisfies Readonly<Record<AssumeAction, string>>;

const spelt: Readonly<Record<AssumeAction, string>> = {
  'sts:assumerole': 'sts:AssumeRole',
  'sts:assumerolewithsaml': 'sts:AssumeRoleWithSAML',
  'sts:assumerolewithwebidentity': 'sts:AssumeRoleWithWebIdentity',
};

export const mismatchedActionForPrincipal = defineCheck({
  code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  severity: 'ERROR',
  types: ['trust'],
  element: 'statement',
  what: 'The principal cannot assume a role in the way that the action allows.',
  why: 'Accounts, roles, users and services assume roles with sts:AssumeRole, users of a SAML provider with sts:AssumeRoleWithSAML, and those of an OIDC provider with sts:AssumeRoleWithWebIdentity.',
  fix: 'Use the action that belongs to the kind of principal, in a statement of its own for each kind.',
  source: analyzerPage('MISMATCHED_ACTION_FOR_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": «"sts:AssumeRoleWithWebIdentity"» } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
        "Action": [«"sts:assumerolewithsaml"», "sts:TagSession"] }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" },
        "Action": ["sts:AssumeRole", «"sts:AssumeRoleWithWebIdentity"»] } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com",
          "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": «"sts:AssumeRole"» } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": «"sts:AssumeRole"»,
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333",
          "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": ["sts:AssumeRole", "sts:AssumeRoleWithSAML"] } }`,
    },
  ],
  check(statement, { report }) {
    for (const mismatch of mismatches(statement))
      report({ node: mismatch.node, ...finding(mismatch), fixes: () => suit(mismatch, statement) });
  },
});

function finding({ name, strangers }: Mismatch): { message: string; related: StringNode[] } {
  const names = strangers
    .map(({ node }) => literalOf(node) ?? 'a principal that is not known yet')
    .join(', ');
  const ways = [...new Set(strangers.map(wayOf))].flatMap((way) => (way === undefined ? [] : [spelt[way]]));
  return {
    message: `${spelt[name]} needs ${suitable[name]}, which ${names} is not; use ${ways.join(' and ')} for it.`,
    related: strangers.map(({ node }) => node),
  };
}

/** The action that suits the principals: in the place of one that suits none of them, else beside it. */
function suit({ node, strangers }: Mismatch, { action, principal }: Statement): Fix[] {
  const ways = [...new Set(strangers.map(wayOf))].flatMap((way) => (way === undefined ? [] : [spelt[way]]));
  const [way, ...others] = ways;
  if (way === undefined || others.length > 0) return [];
  if (strangers.length === principal?.entries.length) {
    const listed = node.parent?.kind === 'array' ? node.parent.items : [];
    const same = listed.find((item) => item !== node && literalOf(item)?.toLowerCase() === way.toLowerCase());
    return changeListed(node, [literalOf(same) ?? way]);
  }
  return fixWith(`Add ${way}`, addListed(action?.value, [way]));
}
