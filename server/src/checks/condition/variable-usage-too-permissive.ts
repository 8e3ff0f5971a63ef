import type { Catalog } from '../../catalog/catalog.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { findOpenPlace, leastPrefix, type Openness } from './openPlaces.ts';
import { variablePlaces, wildcardPlaces } from './wildcardPlaces.ts';

const reasons: Readonly<Record<Openness, string>> = {
  sensitive: 'whoever sets the variable decides whom this key lets in; write the values out.',
  userid:
    'the id before the colon tells who it is; put the variable behind the colon, as in AROAEXAMPLEID:${aws:PrincipalTag/session}.',
  prefix: `with little text before it the variable decides alone; write at least ${leastPrefix} characters directly before it.`,
};

/** What AWS's own policies compare a key with, by key in lower case. */
const ownOf: Readonly<Record<string, string>> = {
  'aws:resourceaccount': 'aws:PrincipalAccount',
  'aws:resourceorgid': 'aws:PrincipalOrgID',
  'aws:sourcevpc': 'aws:Ec2InstanceSourceVpc',
};

export const variableUsageTooPermissive = defineCheck({
  code: 'VARIABLE_USAGE_TOO_PERMISSIVE',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A policy variable leaves a value open that must be narrow.',
  why: 'The value of a variable such as a tag comes from elsewhere, so whoever sets it decides what the condition matches.',
  fix: 'Write the whole value, or at least six characters before the variable; for aws:userid put it behind the colon.',
  source: analyzerPage('VARIABLE_USAGE_TOO_PERMISSIVE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:ResourceAccount": "«\${aws:PrincipalTag/account}»" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-«\${aws:PrincipalTag/vpc}»" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:userid": "«\${aws:PrincipalTag/id}»" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringLike": { "token.actions.githubusercontent.com:sub": "repo:«\${aws:ResourceTag/owner}»/app:ref:refs/heads/main" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:ResourceAccount": "\${aws:PrincipalAccount}", "aws:ResourceOrgID": "\${aws:PrincipalOrgID}" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": "RequireSameVPC", "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": { "StringNotEquals": { "aws:SourceVpc": "\${aws:Ec2InstanceSourceVpc}" },
          "Null": { "ec2:SourceInstanceARN": "false" }, "BoolIfExists": { "aws:ViaAWSService": "false" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { "aws:userid": ["AROAEXAMPLEID:\${aws:PrincipalTag/session}", "\${aws:PrincipalTag/id}:*"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/\${aws:ResourceTag/repository}:ref:refs/heads/main" } } } }`,
    },
  ],
  check({ text, node, condition }, { catalog, report }) {
    if (condition.block.operator?.family !== 'String' || !text.includes('${')) return;
    const all = variablePlaces(text);
    const chosen = all.filter(({ name }) => !isSetByAws(name, catalog));
    const others = condition.block.operator.wildcards ? [...all, ...wildcardPlaces(text)] : all;
    const found = findOpenPlace(text, condition, chosen, others);
    if (found === undefined) return;
    const { from, to } = found.place;
    report({
      node,
      span: spanWithin(node, from, to),
      message: `${text.slice(from, to)} leaves too much of ${condition.name} open, because ${reasons[found.openness]}`,
      fixes: () => {
        const instead = ownOf[condition.name?.toLowerCase() ?? ''];
        const whole = from === 0 && to === text.length;
        return instead === undefined || !whole ? [] : changeListed(node, [`\${${instead}}`]);
      },
    });
  },
});

/** Whether nobody chooses a key's value: AWS's own policies compare such keys with each other. */
function isSetByAws(name: string, catalog: Catalog): boolean {
  const key = name.toLowerCase();
  return key === 'aws:ec2instancesourcevpc' || catalog.globalKeys.byName.get(key)?.sensitive === true;
}
