import { literalOf, type Node, type ObjectNode, type Span, type StringNode } from '../../syntax/node.ts';
import type { SyntaxProblem } from '../../syntax/syntaxProblem.ts';
import { analyzerPage, everyType, type Fix, type Reporter } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { mergeMembers } from '../mergeMembers.ts';

const description = {
  code: 'JSON_SYNTAX_ERROR',
  severity: 'ERROR',
  types: everyType,
  source: analyzerPage('JSON_SYNTAX_ERROR', 'ERROR'),
} as const;

export const jsonSyntaxError = defineCheck({
  ...description,
  element: 'syntax',
  what: 'The text is not valid JSON.',
  why: 'AWS reads policies as strict JSON, without comments and trailing commas, and refuses anything else.',
  fix: 'Put right what is marked: quotes, commas, colons and brackets.',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"«,» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", «// read only»
        "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17" «"Statement"»: { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }«»`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17",\r\n\t"Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/\\u0061/*" } }`,
    },
  ],
  check({ kind, message, start, end }, { policy, report }) {
    const sentence = message.replace(/\.$/, '');
    report({
      node: policy.node,
      span: { start, end },
      message: /\bAWS\b/.test(sentence)
        ? `${sentence}; remove it.`
        : `${sentence}; put it right, as AWS refuses a policy that is not valid JSON.`,
      fixes: () => cut[kind]?.({ start, end }) ?? [],
    });
  },
});

/** What JSON parsers of other programs take. A comment says something, which is lost with it. */
const cut: Readonly<Partial<Record<SyntaxProblem['kind'], (span: Span) => Fix[]>>> = {
  comment: (span) => [{ title: 'Remove the comment', edits: [{ edit: 'cut', span }], safe: false }],
  'trailing comma': (span) => [{ title: 'Remove the comma', edits: [{ edit: 'cut', span }], safe: true }],
};

/** AWS's page lists the code twice too: one for what no parser can read, one for the rest. */
export const repeatedKey = defineCheck({
  ...description,
  element: 'policy',
  what: 'An object of the policy has the same key twice.',
  why: 'IAM refuses a policy that repeats a key, and JSON would keep only the last of the values.',
  fix: 'Put the values into one list under one key, or write a second statement.',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", «"Action"»: "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com", «"Service"»: "lambda.amazonaws.com" },
        "Action": "sts:AssumeRole" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1" },
          «"StringEquals"»: { "aws:PrincipalOrgID": "o-exampleorg1" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
  ],
  check({ node }, { report }) {
    reportRepetitions(node, report);
  },
});

function reportRepetitions(node: Node, report: Reporter): void {
  if (node.kind === 'array') for (const item of node.items) reportRepetitions(item, report);
  if (node.kind !== 'object') return;
  reportRepetitionsOf(node, report);
  for (const { value } of node.members) if (value !== undefined) reportRepetitions(value, report);
}

function reportRepetitionsOf(object: ObjectNode, report: Reporter): void {
  const { members } = object;
  if (members.length < 2) return;
  const firsts = new Map<string, StringNode>();
  for (const { key } of members) {
    const name = literalOf(key);
    if (name === undefined) continue;
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, key);
    else
      report({
        node: key,
        related: [first],
        fixes: () => mergeMembers(object, first, key),
        message: `The key ${name} stands here a second time, and IAM refuses a policy that repeats a key; merge the two or remove one.`,
      });
  }
}
