import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { effectsIn } from './effectsIn.ts';

export const invalidEffect = defineCheck({
  code: 'INVALID_EFFECT',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'The Effect is neither Allow nor Deny.',
  why: 'IAM knows these two words only, and letter case counts.',
  fix: 'Write "Allow" or "Deny".',
  source: analyzerPage('INVALID_EFFECT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": «"allow"», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": «"Permit"»,
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": «""», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "organizations:LeaveOrganization", "Resource": "*" } }`,
    },
  ],
  check(problem, { policy, report }) {
    if (problem.problem !== 'value' || problem.element !== 'Effect') return;
    const text = literalOf(problem.node) ?? '';
    const effects = effectsIn(policy.kind.type);
    const meant = effects.find((effect) => effect.toLowerCase() === text.trim().toLowerCase());
    report({
      node: problem.node,
      message: `"${text}" is no Effect, because IAM knows only Allow and Deny in this spelling; write ${meant ?? 'Allow or Deny'}.`,
      fixes: () =>
        (meant === undefined ? effects : [meant]).map((effect) => ({
          title: `Change to ${effect}`,
          edits: [{ edit: 'replace', node: problem.node, value: effect }],
          safe: effect === meant,
        })),
    });
  },
});
