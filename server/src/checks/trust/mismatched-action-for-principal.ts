import type { PrincipalEntry } from '../../policy/model.ts';
import { parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf, type Node, type StringNode } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { includesAction } from './includesAction.ts';

const suitable = {
  'sts:assumerole': 'a principal of type AWS or Service',
  'sts:assumerolewithsaml': 'a SAML provider as principal of type Federated',
  'sts:assumerolewithwebidentity': 'an OIDC provider as principal of type Federated',
} as const;
type AssumeAction = keyof typeof suitable;

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
  *check(statement) {
    const { principal, action, effect } = statement;
    if (effect?.allows !== 'Allow' || principal?.name !== 'Principal' || action?.name !== 'Action') return;
    if (isOpen(principal.value)) return;
    const listed = action.entries.flatMap((node) => {
      const name = assumeAction(literalOf(node)?.toLowerCase());
      return name === undefined ? [] : [{ name, node }];
    });
    const ways = principal.entries.map((entry) => ({ entry, way: wayOf(entry) }));
    let strangers = ways.filter(({ way }) => way !== undefined && includesAction(statement, way) === 'no');
    for (const { name, node } of listed) {
      const suits = ways.some(({ way }) => way === undefined || way === name);
      const wrong = suits ? strangers : ways;
      if (wrong.length > 0)
        yield {
          node,
          ...finding(
            name,
            wrong.map(({ entry }) => entry),
          ),
        };
      strangers = [];
    }
  },
});

function finding(
  name: AssumeAction,
  wrong: readonly PrincipalEntry[],
): { message: string; related: StringNode[] } {
  const names = wrong.map(({ node }) => literalOf(node) ?? 'a principal that is not known yet').join(', ');
  const ways = [...new Set(wrong.map(wayOf))].flatMap((way) => (way === undefined ? [] : [spelt[way]]));
  return {
    message: `${spelt[name]} needs ${suitable[name]}, which ${names} is not; use ${ways.join(' and ')} for it.`,
    related: wrong.map(({ node }) => node),
  };
}

function assumeAction(text: string | undefined): AssumeAction | undefined {
  return ways.find((name) => name === text);
}

const ways: readonly AssumeAction[] = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
];

/** Whether a principal is still to be typed, or not known before the deployment. */
function isOpen(value: Node | undefined): boolean {
  if (value?.kind === 'array') return value.items.some(isOpen);
  if (value?.kind === 'object') return value.members.some((member) => isOpen(member.value));
  return value === undefined || value.kind === 'unknown';
}

/** How a principal assumes roles; undefined where that is not known, and for everyone, who may do so in any way. */
function wayOf({ type, node }: PrincipalEntry): AssumeAction | undefined {
  const text = literalOf(node);
  if (type === 'Service') return 'sts:assumerole';
  if (type === 'AWS') return text === '*' ? undefined : 'sts:assumerole';
  if (type !== 'Federated' || text === undefined) return undefined;
  switch (parsePrincipal(type, text)?.kind) {
    case 'samlProvider':
      return 'sts:assumerolewithsaml';
    case 'oidcProvider':
    case 'builtInProvider':
      return 'sts:assumerolewithwebidentity';
    default:
      return undefined;
  }
}
