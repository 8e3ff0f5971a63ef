import { parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { removePrincipal } from '../principal/principalFixes.ts';

export const redundantPrincipalInRoleTrustPolicy = defineCheck({
  code: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  severity: 'SUGGESTION',
  types: ['trust'],
  element: 'statement',
  what: 'A statement names a role and one of its sessions as principals.',
  why: 'The role stands for all of its sessions, so the one that is named changes nothing.',
  fix: 'Remove the session, or the role where only the session is meant.',
  source: analyzerPage('REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY', 'SUGGESTION'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:role/deploy",
          «"arn:aws:sts::111122223333:assumed-role/deploy/build"»] },
        "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": { "AWS": [«"arn:aws:sts::111122223333:assumed-role/deploy/build"»,
          «"arn:aws:sts::111122223333:assumed-role/deploy/test"»,
          "arn:aws:iam::111122223333:role/ci/tools/deploy"] },
        "Action": "sts:AssumeRole" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:role/deploy",
          "arn:aws:sts::111122223333:assumed-role/audit/build", "arn:aws:iam::111122223333:user/build"] },
        "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:sts::111122223333:assumed-role/deploy/build" },
          "Action": "sts:AssumeRole" },
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy" },
          "Action": "sts:AssumeRole", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }] }`,
    },
  ],
  check({ principal }, { report }) {
    const named = (principal?.entries ?? []).flatMap(({ type, node }) => {
      const text = literalOf(node);
      const parsed = type === 'AWS' && text !== undefined ? parsePrincipal(type, text) : undefined;
      return parsed === undefined ? [] : [{ node, text, parsed }];
    });
    const roles = new Map(
      named.flatMap((one) =>
        one.parsed.kind === 'role' ? [[`${one.parsed.account}/${one.parsed.name}`, one] as const] : [],
      ),
    );
    for (const { node, text, parsed } of named) {
      if (parsed.kind !== 'assumedRole') continue;
      const role = roles.get(`${parsed.account}/${parsed.role}`);
      if (role === undefined) continue;
      report({
        node,
        message: `${text} is a session of ${role.text}, which the statement names as well, so it changes nothing; remove the session.`,
        fixes: () =>
          principal === undefined
            ? []
            : fixWith('Remove the session', removePrincipal(principal, node), true),
        related: [role.node],
      });
    }
  },
});
