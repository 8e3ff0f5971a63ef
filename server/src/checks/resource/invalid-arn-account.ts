import { isAccountId } from '../../policy/arn.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, type CheckContext, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeField, likelyAccounts } from './arnFixes.ts';
import { fittingPatterns, isOpen, wholeArn } from './arnPatterns.ts';

/** Who owns what AWS or a seller gives to all, instead of an account: `arn:aws:iam::aws:policy/ReadOnlyAccess`. */
const ownerNames: ReadonlySet<string> = new Set(['aws', 'aws-managed', 'aws-marketplace', 'third-party']);

export const invalidArnAccount = defineCheck({
  code: 'INVALID_ARN_ACCOUNT',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The account in the ARN is not a number of twelve digits.',
  why: 'IAM knows accounts by this number only, so the ARN matches nothing.',
  fix: 'Write the twelve digits without hyphens, leading zeros included, or * for all.',
  source: analyzerPage('INVALID_ARN_ACCOUNT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:GetRole", "Resource": "arn:aws:iam::«1111-2222-3333»:role/orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage",
        "Resource": ["arn:aws:sqs:us-east-1:«11112222333»:orders"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:«ACCOUNT_ID»:orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:GetPolicy", "Resource": "arn:aws:iam::aws:policy/ReadOnlyAccess" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:GetRole", "Resource": "arn:aws:iam::11112222*:role/orders" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const whole = wholeArn(arn);
    if (whole === undefined) return;
    const { account } = whole;
    if (account.text === '' || isOpen(account.text) || isAccountId(account.text)) return;
    if (ownerNames.has(account.text)) return;
    if (fittingPatterns(context.catalog, whole).some((pattern) => pattern.account === account.text)) return;
    context.report({
      node,
      span: spanWithin(node, account.from, account.to),
      message: `${account.text} is no account, so the ARN matches nothing; write the account's twelve digits or *.`,
      fixes: () => changeField(element, 'account', accountsFor(account.text, context), context),
    });
  },
});

/** The number without what separates its digits, and with the zeros that a spreadsheet takes off. */
function accountsFor(text: string, context: CheckContext): readonly string[] {
  const digits = text.replace(/[\s_-]/g, '');
  const meant = /^\d{9,12}$/.test(digits) ? [digits.padStart(12, '0')] : [];
  return [...new Set([...meant, ...likelyAccounts(context)])];
}
