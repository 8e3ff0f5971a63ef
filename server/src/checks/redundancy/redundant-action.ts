import { actionEntries } from '../../access/actionEntries.ts';
import { redundantActions } from '../../access/redundantActions.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportRedundant } from './reportRedundant.ts';

export const redundantAction = defineCheck({
  code: 'REDUNDANT_ACTION',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'statement',
  what: 'An action is listed twice, or matches only actions that another entry of the list matches too.',
  why: 'It adds nothing, makes the policy longer, and hides that the wider entry is what counts.',
  fix: 'Remove it, or remove the wider entry if that allows more than is needed.',
  source: analyzerPage('REDUNDANT_ACTION', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:GetObject", «"s3:GetObject"»], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": [«"S3:getobjectacl"», "s3:GetObject*"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotAction": ["iam:Get*", «"iam:GetRole*"», «"iam:GetRole"»], "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": ["iam:*Role", «"iam:Pass*"»], "Resource": "*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" },
        "Action": ["sts:AssumeRole", «"sts:AssumeRole"»] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": ["iam:Get*", "iam:List*", "iam:*CredentialReport"], "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/a/*" },
        { "Effect": "Allow", "Action": "s3:GetObject*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/b/*" }] }`,
    },
  ],
  check(statement, { catalog, report }) {
    const { all } = actionEntries(statement, catalog);
    const lower = all.map(({ meaning }) => meaning.lower);
    // Names without wildcards include nothing but themselves.
    if (!all.some(({ meaning }) => meaning.hasWildcard) && new Set(lower).size === lower.length) return;
    const nodes = all.map(({ node }) => node);
    reportRedundant(report, nodes, redundantActions(catalog, lower), (node, by) =>
      literalOf(node)?.toLowerCase() === literalOf(by)?.toLowerCase()
        ? `${literalOf(node)} stands in the list already, so it adds nothing; remove it.`
        : `${literalOf(by)} matches all that ${literalOf(node)} matches, so it adds nothing; remove one of them.`,
    );
  },
});
