import { redundantResources } from '../../access/redundantResources.ts';
import { resourceEntries } from '../../access/resourceEntries.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportRedundant } from './reportRedundant.ts';

export const redundantResource = defineCheck({
  code: 'REDUNDANT_RESOURCE',
  severity: 'SUGGESTION',
  types: resourceTypes,
  element: 'statement',
  what: 'A resource is listed twice, or another entry of the list matches all that it matches.',
  why: 'It adds nothing, makes the policy longer, and hides that the wider entry is what counts; * matches colons and slashes too, so that arn:aws:s3:::name* includes the objects.',
  fix: 'Remove it, or remove the wider entry if that reaches more than is needed.',
  source: analyzerPage('REDUNDANT_RESOURCE', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket*", «"arn:aws:s3:::amzn-s3-demo-bucket*/*"»] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:GetRole", "Resource": [
        «"arn:aws:iam::111122223333:role/jane-admin"», "arn:aws:iam::111122223333:role/jane*"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": [
        "arn:aws:s3:::amzn-s3-demo-bucket/home/*", «"arn:aws:s3:::amzn-s3-demo-bucket/home/\${aws:username}/*"»,
        «"arn:aws:s3:::amzn-s3-demo-bucket/home/*"»] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"],
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [
        "arn:aws:s3:::amzn-s3-demo-bucket/\${*}/*", "arn:aws:s3:::amzn-s3-demo-bucket/a/*"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [
        "arn:aws:s3:::amzn-s3-demo-bucket/Report/*", "arn:aws:s3:::amzn-s3-demo-bucket/report/*"] } }`,
    },
  ],
  check(statement, { catalog, report }) {
    const known = resourceEntries(statement, catalog).filter(({ meaning }) => meaning !== undefined);
    if (known.length < 2) return;
    const nodes = known.map(({ node }) => node);
    const redundant = redundantResources(known.map(({ meaning }) => meaning?.text ?? ''));
    reportRedundant(report, nodes, redundant, (node, by) =>
      literalOf(node) === literalOf(by)
        ? `${literalOf(node)} stands in the list already, so it adds nothing; remove it.`
        : `${literalOf(by)} matches all that ${literalOf(node)} matches, so it adds nothing; remove one of them.`,
    );
  },
});
