import { nearestNames } from '../../catalog/nearestNames.ts';
import { everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { organizationIn } from '../trust/isOwnOrganization.ts';

/** Keys that hold the id of an organization, or a path that begins with it. */
const organizationKeys = new Set(
  ['principal', 'resource', 'source', 'vpce'].flatMap((whose) => [
    `aws:${whose}orgid`,
    `aws:${whose}orgpaths`,
  ]),
);
const mostShown = 2;

export const riskUnknownOrganization = defineCheck({
  code: 'RISK_UNKNOWN_ORGANIZATION',
  severity: 'WARNING',
  types: everyType,
  element: 'value',
  what: 'A condition lets in an organization that is none of those in the settings.',
  why: 'The accounts of that organization get what was meant for your own; a mistyped id lets in nobody, or a stranger.',
  fix: 'Write the id of your organization, or name the other one in the setting iamRoles.organizationIds. Without ids there, nothing is reported.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": ["o-exampleorg1", «"o-exampleorg2"»] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "*" },
        "Action": "sts:AssumeRole", "Condition": {
          "ForAnyValue:StringLike": { "AWS:principalorgpaths": «"o-exampleorg2/r-ab12/*"» } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:PutObject",
        "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:ResourceOrgID": «"o-exampleorg2"» } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "*" },
        "Action": "sts:AssumeRole", "Condition": {
          "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-exampleorg1/r-ab12/*" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:PutObject",
        "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:ResourceOrgID": "\${aws:PrincipalOrgID}" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:PutObject",
        "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-exampleorg2" } } } }`,
    },
  ],
  check({ text, node, condition }, { settings: { organizationIds = [] }, report }) {
    const { name = '', block, statement } = condition;
    if (organizationIds.length === 0 || !organizationKeys.has(name.toLowerCase())) return;
    const organization = organizationIn(text);
    if (organization === undefined || organizationIds.includes(organization)) return;
    const { operator } = block;
    const letsIn = statement.effect?.allows === (operator?.negated ? 'Deny' : 'Allow');
    if (operator?.family !== 'String' || !letsIn) return;
    report({
      node,
      message: `${organization} is none of your organizations in iamRoles.organizationIds, and its accounts get what this statement lets through; write the id of yours, or name it in the setting.`,
      fixes: () =>
        changeListed(
          node,
          nearestNames(organization, organizationIds, mostShown).map((own) =>
            text.replace(organization, own),
          ),
        ),
    });
  },
});
