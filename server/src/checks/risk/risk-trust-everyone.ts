import { parseArn } from '../../policy/arn.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { partitionOf } from '../resource/actionArns.ts';
import { limitsCallers, onlyWildcards } from '../trust/callerLimit.ts';
import { includesAction } from '../trust/includesAction.ts';
import { askFor } from './askFor.ts';

/**
 * Keys by which a stranger can be turned away: who calls, from which network, for which resource. Tags, session
 * names and source identities are not among them, as the stranger's own account chooses those.
 */
const telling = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:userid',
  'aws:federatedprovider',
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'sts:externalid',
]);

const assumes = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

export const riskTrustEveryone = defineCheck({
  code: 'RISK_TRUST_EVERYONE',
  severity: 'WARNING',
  types: ['trust'],
  element: 'principal',
  what: 'A trust policy lets everyone assume the role, in whatever account.',
  why: 'Anyone with an AWS account can then assume the role and has its permissions.',
  fix: 'Name who may assume the role, or add a condition that says who, such as aws:PrincipalOrgID.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"*"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:root", «"*"»] }, "Action": "sts:AssumeRole",
        "Condition": { "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorg1" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"*"» }, "Action": "sts:AssumeRole",
        "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"*"» }, "Action": "sts:AssumeRole",
        "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
        "Condition": { "ForAnyValue:StringLike": { "AWS:PrincipalOrgPaths": ["o-exampleorg1/r-ab12/*"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
        "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy-*" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
        "Condition": { "Bool": { "aws:SecureTransport": "false" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
          "Condition": { "StringNotEquals": { "aws:PrincipalAccount": ["111122223333"] } } }] }`,
    },
  ],
  check({ text, node, type, element, statement }, context) {
    const { settings, report } = context;
    if (type !== 'AWS' || text !== '*' || element.name !== 'Principal') return;
    if (statement.effect?.allows !== 'Allow' || limitsCallers(statement, tells)) return;
    if (!assumes.some((action) => includesAction(statement, action) === 'yes')) return;
    report({
      node,
      message:
        'Anyone with an AWS account can assume this role; name who may, or add a condition that says who, such as aws:PrincipalOrgID.',
      fixes: () => [
        ...askFor(statement, 'aws:PrincipalOrgID', settings.organizationIds?.[0] ?? 'o-exampleorgid'),
        ...changeListed(
          node,
          settings.trustedAccounts.map((account) => `arn:${partitionOf(context)}:iam::${account}:root`),
        ),
      ],
    });
  },
});

const anyAddress = new Set(['0.0.0.0/0', '::/0']);

function tells(key: string, value: string): boolean {
  if (onlyWildcards(value) || anyAddress.has(value)) return false;
  if (key === 'aws:principalisawsservice') return value.toLowerCase() === 'true';
  // Everyone can have a role of that name in an account of their own.
  if (key === 'aws:principalarn') return !onlyWildcards(parseArn(value)?.account ?? '*');
  return telling.has(key) || isClaim(key);
}

/** A claim of an identity provider, which only its users have. */
function isClaim(key: string): boolean {
  return key.startsWith('saml:') || key.slice(0, key.indexOf(':')).includes('.');
}
