import { hasWildcard } from '../../policy/wildcard.ts';
import { type StringNode, spanWithin } from '../../syntax/node.ts';
import { analyzerPage, everyType, type Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { findOpenPlace, leastPrefix, type Openness } from './openPlaces.ts';
import { variablePlaces, wildcardPlaces } from './wildcardPlaces.ts';

const reasons: Readonly<Record<Openness, string>> = {
  sensitive: 'a wildcard in this key may match anyone; write whole values.',
  userid:
    'the id before the colon tells who it is; put the wildcard behind the colon, as in AROAEXAMPLEID:*.',
  prefix: `a wildcard with little text before it matches what others own; write at least ${leastPrefix} characters directly before it.`,
};

export const wildcardUsageTooPermissive = defineCheck({
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A wildcard leaves a value open that must be narrow.',
  why: 'Accounts, organizations and networks have no names worth a pattern, and one that starts too early matches what others own.',
  fix: 'Write the whole value, or at least six characters before each wildcard; for aws:userid put it behind the colon.',
  source: analyzerPage('WILDCARD_USAGE_TOO_PERMISSIVE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-«*»" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotLike": { "aws:SourceVpce": ["vpce-11223344556677889", "vpce-1122334455667788«?»"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { "aws:userId": ["AROAEXAMPLEID:*", "AROAEXAMPLEID«*»"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringLike": { "token.actions.githubusercontent.com:sub": "repo:«*»@123456/app@654321:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org@*/app«*»:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringLike": { "token.actions.githubusercontent.com:sub": "repo:test-org@*/app@«*»:ref:refs/heads/main" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" }, "StringLike": { "s3:ExistingObjectTag/team": "orders-*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { "aws:userid": ["AROAEXAMPLEID:*", "*:alice", "AIDAEXAMPLEID"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringNotLike": { "token.actions.githubusercontent.com:sub": ["repo:octo-org/octo-repo:ref:refs/heads/*", "repo:test-org@*/apps@*:ref:refs/heads/main"] } } }] }`,
    },
  ],
  check({ text, node, condition }, { report }) {
    if (condition.block.operator?.wildcards !== true || !hasWildcard(text)) return;
    const wildcards = wildcardPlaces(text);
    const found = findOpenPlace(text, condition, wildcards, [...wildcards, ...variablePlaces(text)]);
    if (found === undefined) return;
    const { from, to } = found.place;
    report({
      node,
      span: spanWithin(node, from, to),
      message: `${text} leaves too much of ${condition.name} open, because ${reasons[found.openness]}`,
      fixes: () => (found.openness === 'userid' ? afterColon(node, text) : []),
    });
  },
});

/** `AROAEXAMPLEID:*` for `AROAEXAMPLEID*`. */
function afterColon(node: StringNode, text: string): Fix[] {
  const [, id] = /^([^:*?$]+)\*$/.exec(text) ?? [];
  return id === undefined ? [] : changeListed(node, [`${id}:*`]);
}
