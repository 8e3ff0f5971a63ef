import { parseActionName } from '../../policy/actionName.ts';
import type { PolicyDocument } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { addElement, statementAt } from '../elementFixes.ts';
import { openingBrace } from '../openingBrace.ts';
import { likelyResource } from './likelyElements.ts';

/**
 * Services whose resource policies need not name the resource that they stand on: AWS's guides print them without.
 * Access Analyzer's page makes no exception of them, but would have people change what works.
 */
const withoutResource: ReadonlySet<string> = new Set(['ecr', 'ecr-public', 'elasticfilesystem']);

export const missingResource = defineCheck({
  code: 'MISSING_RESOURCE',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'shape',
  what: 'A statement has neither Resource nor NotResource.',
  why: 'Every statement must say which resources it is about, but for those of role trust policies and of policies on an Amazon ECR repository or Amazon EFS file system.',
  fix: 'Add "Resource" with the ARNs the actions may be used on, or "*" where they take no ARN.',
  source: analyzerPage('MISSING_RESOURCE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow", "Action": "s3:GetObject" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": [
        «{» "Effect": "Deny", "Action": "organizations:LeaveOrganization" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow", "Action": "ecr:BatchGetImage" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Build" }, "Action": ["ecr:BatchGetImage", "s3:GetObject"] } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Build" }, "Action": ["ecr:BatchGetImage", "ECR:GetDownloadUrlForLayer"] } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "elasticfilesystem:ClientMount" } }`,
    },
  ],
  check(problem, context) {
    if (problem.problem !== 'missing' || problem.element !== 'Resource') return;
    if (needsNoResource(problem.node, context.policy)) return;
    context.report({
      node: problem.node,
      span: openingBrace(problem.node),
      message:
        'The statement has neither Resource nor NotResource, so IAM cannot tell what it applies to; add "Resource" with ARNs or "*".',
      fixes: () => {
        const statement = statementAt(context.policy, problem.node);
        const resource = statement && likelyResource(statement, context);
        return resource === undefined ? [] : [addElement(problem.node, 'Resource', resource)];
      },
    });
  },
});

function needsNoResource(node: Node, { kind, statements }: PolicyDocument): boolean {
  const action = statements.find((statement) => statement.node === node)?.action;
  if (kind.type !== 'resource' || action?.name !== 'Action' || action.entries.length === 0) return false;
  return action.entries.every((entry) => {
    const prefix = parseActionName(literalOf(entry) ?? '')?.prefix;
    return prefix !== undefined && withoutResource.has(prefix.toLowerCase());
  });
}
