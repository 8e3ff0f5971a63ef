import { policyTypeTitles } from '../../policy/policyType.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { currentVersion, setVersion } from './versionFix.ts';

const old = '2008-10-17';

export const invalidVersion = defineCheck({
  code: 'INVALID_VERSION',
  severity: 'ERROR',
  types: everyType,
  element: 'policy',
  what: 'The Version is not one of the policy language, or not the one that policies of an organization need.',
  why: 'Version names the rules by which AWS reads the policy, not the date it was written.',
  fix: 'Write "Version": "2012-10-17".',
  source: analyzerPage('INVALID_VERSION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": «"2024-05-01"», "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": «"2012-10-17 "», "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": «"2008-10-17"», "Statement": { "Effect": "Deny",
        "Action": "organizations:LeaveOrganization", "Resource": "*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "organizations:LeaveOrganization", "Resource": "*" } }`,
    },
  ],
  check(policy, { report }) {
    const { version, kind } = policy;
    const text = literalOf(version?.value);
    if (version?.value === undefined || text === undefined || text === currentVersion) return;
    const ofOrganization = kind.type === 'scp' || kind.type === 'rcp';
    if (text === old && !ofOrganization) return;
    const reason =
      text === old
        ? `A ${policyTypeTitles[kind.type].toLowerCase()} cannot have version ${text}`
        : `The policy language has no version ${text}`;
    report({
      node: version.value,
      message: `${reason}, so AWS refuses the policy; write ${currentVersion}.`,
      fixes: () => [setVersion(policy, text.trim() === currentVersion)],
    });
  },
});
