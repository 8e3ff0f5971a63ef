import type { Statement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { addListed, fixWith } from '../listFixes.ts';
import { includesAction } from './includesAction.ts';

const service = 'rolesanywhere.amazonaws.com';
const needed = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

export const missingActionForRolesAnywhereTrustPolicy = defineCheck({
  code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  severity: 'ERROR',
  types: ['trust'],
  element: 'policy',
  what: 'A trust policy for IAM Roles Anywhere does not allow all three actions the service uses.',
  why: 'IAM Roles Anywhere passes the certificate as source identity and session tags, and assumes the role only where it may.',
  fix: 'Allow sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession.',
  source: analyzerPage('MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": «"sts:AssumeRole"» } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "rolesanywhere.amazonaws.com"] },
          "Action": «["sts:AssumeRole", "sts:Set*"]» },
        { "Effect": "Allow", "Principal": { "Service": "pods.eks.amazonaws.com" }, "Action": "sts:TagSession" }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "rolesanywhere.amazonaws.com" },
        "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
        "Condition": { "ArnEquals": { "aws:SourceArn":
          "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-3333-4444-555555555555" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole" },
        { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" },
          "Action": ["sts:TagSession", "STS:setsourceidentity"] }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check({ statements }, { report }) {
    const allowing = statements.filter((one) => one.effect?.allows === 'Allow' && trusts(one));
    const action = allowing[0]?.action;
    if (action?.value === undefined) return;
    const missing = needed.filter((name) =>
      allowing.every((statement) => includesAction(statement, name.toLowerCase()) === 'no'),
    );
    if (missing.length === 0) return;
    report({
      node: action.value,
      message: `IAM Roles Anywhere needs ${needed.join(', ')} to assume a role; add ${missing.join(' and ')}.`,
      fixes: () => fixWith(`Add ${missing.join(' and ')}`, addListed(action.value, missing)),
      related: allowing.flatMap((statement) => namings(statement)),
    });
  },
});

function trusts(statement: Statement): boolean {
  return namings(statement).length > 0;
}

/** Where a statement names the service as its principal. */
function namings({ principal }: Statement): StringNode[] {
  if (principal?.name !== 'Principal') return [];
  return principal.entries.flatMap(({ type, node }) =>
    type === 'Service' && literalOf(node)?.toLowerCase() === service ? [node] : [],
  );
}
