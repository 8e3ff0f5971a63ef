import { isRegionalServicePrincipal, isServicePrincipal } from '../../policy/servicePrincipal.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToServicePrincipal, meantServicePrincipals } from '../principal/meantServicePrincipals.ts';
import { isOpen } from '../resource/arnPatterns.ts';
import { didYouMean } from './didYouMean.ts';

interface PrincipalForm {
  readonly has: (text: string) => boolean;
  readonly example: string;
}

const plain: PrincipalForm = { has: isServicePrincipal, example: 'service-name.amazonaws.com' };
const regional: PrincipalForm = {
  has: isRegionalServicePrincipal,
  example: 'service-name.region.amazonaws.com',
};

/** By key in lower case. Source: IAM, AWS Organizations and AWS KMS documentation of the keys. */
const forms: ReadonlyMap<string, PrincipalForm> = new Map([
  ['aws:calledvia', plain],
  ['aws:calledviafirst', plain],
  ['aws:calledvialast', plain],
  ['aws:principalservicename', plain],
  ['aws:principalservicenameslist', plain],
  ['iam:awsservicename', plain],
  ['iam:passedtoservice', plain],
  ['kms:viaservice', regional],
  ['organizations:serviceprincipal', plain],
  ['sts:awsservicename', plain],
]);

/** Of values of conditions; principals have a check of their own. */
export const invalidServicePrincipalFormatInCondition = defineCheck({
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A condition key that holds a service principal is compared with something that does not have its form.',
  why: 'Each AWS service has one name as a principal, in lower case and ending in a domain of AWS, and no other value matches.',
  fix: 'Write the service principal, such as ec2.amazonaws.com; for kms:ViaService with the Region, such as ec2.eu-west-1.amazonaws.com.',
  source: analyzerPage('INVALID_SERVICE_PRINCIPAL_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": "arn:aws:iam::111122223333:role/app",
        "Condition": { "StringEquals": { "iam:PassedToService": «"ec2"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": "arn:aws:iam::111122223333:role/app",
        "Condition": { "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com", «"Lambda.amazonaws.com"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringEquals": { "kms:ViaService": «"s3.amazonaws.com"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ForAnyValue:StringEquals": { "aws:CalledVia": «"athena"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": "arn:aws:iam::111122223333:role/app",
        "Condition": { "StringLike": { "iam:PassedToService": ["ec2.amazonaws.com*", "lambda.amazonaws.com"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": "arn:aws:iam::111122223333:role/app",
        "Condition": { "StringEqualsIgnoreCase": { "iam:PassedToService": "EC2.amazonaws.com" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringLike": { "kms:ViaService": ["s3.*.amazonaws.com", "ec2.eu-west-1.amazonaws.com"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": "arn:aws:iam::111122223333:role/app",
        "Condition": { "Null": { "iam:PassedToService": "false" } } } }`,
    },
  ],
  check({ text, node, condition }, { catalog, report }) {
    const { operator } = condition.block;
    const form = forms.get(condition.name?.toLowerCase() ?? '');
    if (operator?.family !== 'String' || form === undefined || isOpen(text)) return;
    const compared = operator.name.endsWith('IgnoreCase') ? text.toLowerCase() : text;
    if (form.has(compared)) return;
    const meant = meantServicePrincipals(catalog, text).filter(form.has);
    report({
      node,
      message: `${text || 'An empty string'} is no service principal as ${condition.name} holds it, so it never matches; ${didYouMean(meant, `write it as ${form.example}, in lower case.`)}`,
      fixes: () => changeToServicePrincipal(node, text, meant),
    });
  },
});
