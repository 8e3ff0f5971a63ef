import { literalOf, type Node } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { includesAction } from './includesAction.ts';

/** The permission without which a caller cannot set the key, which is in lower case or, ending in `/`, its start. */
const setBy: readonly (readonly [key: string, action: string])[] = [
  ['sts:sourceidentity', 'sts:SetSourceIdentity'],
  ['sts:transitivetagkeys', 'sts:TagSession'],
  ['aws:tagkeys', 'sts:TagSession'],
  ['aws:requesttag/', 'sts:TagSession'],
  ['sts:requestcontextproviders', 'sts:SetContext'],
  ['sts:requestcontext/', 'sts:SetContext'],
];

const assumes = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

export const missingActionForConditionKey = defineCheck({
  code: 'MISSING_ACTION_FOR_CONDITION_KEY',
  severity: 'ERROR',
  types: ['trust'],
  element: 'condition',
  what: 'A condition asks for something that the caller may not set, because the action for it is not allowed.',
  why: 'STS refuses a source identity, session tags and context unless the trust policy allows the action for them, so the role cannot be assumed.',
  fix: 'Add sts:SetSourceIdentity, sts:TagSession or sts:SetContext to the actions.',
  source: analyzerPage('MISSING_ACTION_FOR_CONDITION_KEY', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { «"sts:SourceIdentity"»: "alice" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
        "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
        "Condition": { "StringLike": { «"aws:RequestTag/project"»: "*" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "STS:assumerole",
        "Condition": { "ForAllValues:StringEquals": { «"sts:transitivetagkeys"»: ["project"] },
          "ForAnyValue:StringEquals": { «"aws:TagKeys"»: ["project"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
        "Condition": { "Null": { «"sts:SourceIdentity"»: "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:*",
        "Condition": { "StringEquals": { "sts:SourceIdentity": "alice" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
        "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
        "Condition": { "StringEquals": { "sts:SourceIdentity": "alice" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
          "Action": "sts:AssumeRole", "Condition": { "StringLike": { "aws:RequestTag/project": "*" } } },
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
          "Action": "sts:TagSession", "Condition": { "StringEquals": { "aws:RequestTag/project": ["blue"] } } }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
        "Condition": { "Null": { "sts:SourceIdentity": "true" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
          "Condition": { "Null": { "sts:SourceIdentity": "false" } } }] }`,
    },
  ],
  *check({ key, name, block, values, statement }) {
    const lower = name?.toLowerCase();
    if (lower === undefined || statement.effect?.allows !== 'Allow') return;
    if (block.operator === undefined) return;
    // Null may ask that nothing was set, which needs no action.
    if (block.operator.family === 'Null' && !values.every(isFalse)) return;
    const action = setBy.find(([set]) => (set.endsWith('/') ? lower.startsWith(set) : lower === set))?.[1];
    if (action === undefined || !assumes.some((one) => includesAction(statement, one) === 'yes')) return;
    // AWS's own examples allow the action in a statement beside the one that asks for the tags.
    const allowed = statement.policy.statements.some(
      (one) => one.effect?.allows !== 'Deny' && includesAction(one, action.toLowerCase()) !== 'no',
    );
    if (allowed) return;
    yield {
      node: key,
      message: `Callers can set ${name} only where ${action} is allowed as well, which this policy does not do; add ${action} to the actions.`,
      ...(statement.action?.value && { related: [statement.action.value] }),
    };
  },
});

function isFalse(value: Node): boolean {
  return value.kind === 'boolean' ? !value.value : literalOf(value)?.toLowerCase() === 'false';
}
