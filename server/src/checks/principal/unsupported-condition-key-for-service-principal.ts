import type { PrincipalEntry } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, principalTypes } from '../check.ts';
import { changeCondition } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

/** AWS's page on global condition keys: absent where the caller's account is in no organization, as services are. */
const organizationKeys = new Map([
  ['aws:principalorgid', 'aws:SourceOrgID'],
  ['aws:principalorgpaths', 'aws:SourceOrgPaths'],
]);

export const unsupportedConditionKeyForServicePrincipal = defineCheck({
  code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  severity: 'ERROR',
  types: principalTypes,
  element: 'condition',
  what: 'A statement for a service principal tests the organization of the principal.',
  why: 'A service principal belongs to no organization, so the key is never in its requests and the service gets no access.',
  fix: 'Test the organization of the resource that the service acts for with aws:SourceOrgID or aws:SourceOrgPaths.',
  source: analyzerPage('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"aws:PrincipalOrgID"»: "o-exampleorg1",
          "aws:SourceAccount": "111122223333" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": ["sns.amazonaws.com"], "AWS": "111122223333" }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" },
          "ForAnyValue:StringLike": { «"AWS:principalorgpaths"»: "o-exampleorg1/r-ab12/*" } } } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceOrgID": "o-exampleorg1" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333", "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorg1" },
          "StringEquals": { "aws:SourceAccount": "111122223333" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, block, statement } = condition;
    const instead = organizationKeys.get(name?.toLowerCase() ?? '');
    const { principal, effect } = statement;
    const { operator } = block;
    if (instead === undefined || principal?.name !== 'Principal' || operator === undefined) return;
    // Without the key these hold, or ask for its absence.
    if (operator.ifExists || operator.family === 'Null' || operator.set === 'ForAllValues') return;
    const services = principal.entries.filter(({ type }) => type === 'Service');
    const [first] = services;
    const others = services.length < principal.entries.length;
    if (first === undefined || (effect?.allows !== 'Allow' && others)) return;
    report({
      node: key,
      message: `${name} is never in a request of ${nameOf(first)}, as a service belongs to no organization; use ${instead}${others ? ' in a statement of its own for the service' : ''}.`,
      fixes: () =>
        others
          ? []
          : fixWith(`Change to ${instead}`, changeCondition(statement, condition, { key: instead })),
      related: services.map(({ node }) => node),
    });
  },
});

function nameOf({ node }: PrincipalEntry): string {
  return literalOf(node) ?? 'a service principal';
}
