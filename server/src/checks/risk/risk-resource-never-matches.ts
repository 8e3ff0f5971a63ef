import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { type Fix, type Reporter, resourceTypes } from '../check.ts';
import { replaceEntry } from '../commonFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { type IdleEntry, idleEntries } from './idleActions.ts';
import { listed } from './riskyGrants.ts';

const mostShown = 3;

export const riskResourceNeverMatches = defineCheck({
  code: 'RISK_RESOURCE_NEVER_MATCHES',
  severity: 'WARNING',
  types: resourceTypes,
  element: 'statement',
  what: 'An action stands with resources of which none is of a kind that it is used on.',
  why: 'The statement does not apply to the action: what it seems to allow is not allowed, and what it seems to deny is not denied.',
  fix: 'Add the ARN of what the action is used on, or * in a statement of its own for an action that takes no resource.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": [«"s3:ListBucket"», "s3:GetObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": «"s3:GetObject"», "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
        "Action": ["ec2:StartInstances", «"ec2:DescribeInstances"»],
        "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0" }] }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": «"kms:Decrypt"»,
        "Resource": "arn:aws:kms:us-east-1:111122223333:alias/orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:ListBucket", "s3:GetObject"],
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "cloudformation:DescribeStacks",
        "Resource": "arn:aws:cloudformation:us-east-1:111122223333:stack/orders" } }`,
    },
  ],
  check(statement, { catalog, report }) {
    const idle = idleEntries(statement, catalog);
    if (idle.length === 0) return;
    reportEntries(report, idle.filter(takesNone), (names) => ({
      message: `The statement has no effect for ${names}, which takes no resource, so that only "*" matches; put it with "*" in a statement of its own.`,
      fixes: (entries) => statementOfItsOwn(statement, entries),
    }));
    const misplaced = idle.filter((entry) => !takesNone(entry));
    reportEntries(report, misplaced, (names) => ({
      message: `The statement has no effect for ${names}, as none of its resources is of a kind that this is used on; add ${wantedArns(statement, misplaced)}.`,
      fixes: (entries) => addedArns(statement, entries),
    }));
  },
});

interface Advice {
  readonly message: string;
  readonly fixes: (entries: readonly IdleEntry[]) => readonly Fix[];
}

function takesNone({ types }: IdleEntry): boolean {
  return types.length === 0;
}

function reportEntries(
  report: Reporter,
  entries: readonly IdleEntry[],
  advise: (names: string) => Advice,
): void {
  const [first, ...others] = entries;
  if (first === undefined) return;
  const names = entries.map(({ text }) => text);
  const { message, fixes } = advise(listed(names, mostShown));
  report({
    node: first.node,
    related: others.map(({ node }) => node),
    message,
    fixes: () => fixes(entries),
  });
}

/** An Allow without conditions only: a condition may have been meant for the other actions. */
function statementOfItsOwn(
  { node, effect, action, condition, principal }: Statement,
  idle: readonly IdleEntry[],
): Fix[] {
  const list = action?.value;
  const { parent } = node;
  if (effect?.allows !== 'Allow' || condition !== undefined || principal !== undefined) return [];
  if (list?.kind !== 'array' || list.items.length === idle.length || parent?.kind !== 'array') return [];
  const names = idle.map(({ text }) => text);
  const value = { Effect: 'Allow', Action: names, Resource: '*' };
  const removed = idle.map((entry): TreeEdit => ({ edit: 'remove', node: entry.node }));
  return [
    {
      title: `Move ${listed(names, mostShown)} to a statement for all resources`,
      edits: [...removed, { edit: 'addItem', array: parent, value, after: node }],
      safe: false,
    },
  ];
}

/** The bucket of objects, or the objects of a bucket. */
function addedArns({ resource }: Statement, idle: readonly IdleEntry[]): Fix[] {
  return (resource?.entries ?? []).slice(0, 1).flatMap((node) => {
    const text = literalOf(node) ?? '';
    const arn = siblingArn(text, idle);
    if (arn === undefined) return [];
    return [{ title: `Add ${arn}`, edits: replaceEntry(node, [text, arn]), safe: false }];
  });
}

function wantedArns({ resource }: Statement, idle: readonly IdleEntry[]): string {
  const [node] = resource?.entries ?? [];
  const documented = [...new Set(idle.flatMap(({ types }) => types.map(({ arn }) => arn)))];
  return siblingArn(literalOf(node) ?? '', idle) ?? documented.slice(0, mostShown).join(' or ');
}

function siblingArn(text: string, idle: readonly IdleEntry[]): string | undefined {
  const [, bucket, objects] = /^(arn:[^:]+:s3:::[^/]+)(\/.*)?$/.exec(text) ?? [];
  const ends = idle.map(({ types }) => types.some(({ arn }) => arn.endsWith('${BucketName}')));
  if (bucket === undefined || ends.includes(true) === ends.includes(false)) return undefined;
  if (ends.includes(true)) return objects === undefined ? undefined : bucket;
  const isObject = idle.every(({ types }) =>
    types.some(({ arn }) => arn.endsWith('${BucketName}/${ObjectName}')),
  );
  return isObject && objects === undefined ? `${bucket}/*` : undefined;
}
