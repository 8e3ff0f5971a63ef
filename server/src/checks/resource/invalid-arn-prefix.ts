import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeResource } from '../entryFixes.ts';
import { namedArns, partitionOf } from './actionArns.ts';
import { changeToSoundArns } from './arnFixes.ts';
import { actionsOf, nameToArn } from './nameToArn.ts';

const lowerCase = { title: 'Write arn: in lower case', safe: true };

export const invalidArnPrefix = defineCheck({
  code: 'INVALID_ARN_PREFIX',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The resource is neither * nor an ARN: it does not start with arn:.',
  why: 'IAM refuses a policy with such a resource.',
  fix: 'Write the whole ARN, arn:partition:service:region:account:resource, in lower case up to the Region.',
  source: analyzerPage('INVALID_ARN_PREFIX', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": «"amzn-s3-demo-bucket/*"» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket/*", "«ARN»:aws:s3:::amzn-s3-demo-bucket2/*"] } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "s3:DeleteBucket", "NotResource": "«aws»:s3:::amzn-s3-demo-bucket" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": «""» } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sts:GetCallerIdentity", "Resource": "*" } }`,
    },
  ],
  check({ text, node, arn, statement }, context) {
    const [prefix, second] = arn;
    if (prefix === undefined || prefix.text === 'arn' || /^\*+$/.test(text) || prefix.text.includes('${'))
      return;
    const shown = text === '' ? 'The resource is empty' : `The resource ${text} does not start with arn:`;
    context.report({
      node,
      ...(second === undefined ? {} : { span: spanWithin(node, prefix.from, prefix.to) }),
      message: `${shown}, so IAM refuses the policy; write * or an ARN, arn:partition:service:region:account:resource.`,
      fixes: () => {
        if (prefix.text.toLowerCase() === 'arn' && second !== undefined)
          return [changeResource(node, [`arn:${text.slice(second.from)}`], lowerCase)];
        const { catalog } = context;
        const partition = partitionOf(context);
        const behind = second === undefined ? [] : [`arn:${text}`, `arn:${partition}:${text}`];
        if (text !== '')
          return changeToSoundArns(
            { node },
            [...behind, ...nameToArn(text, statement, catalog, partition)],
            catalog,
          );
        const arns = namedArns(actionsOf(statement, catalog), catalog, partition);
        return arns.length > 0 ? [changeResource(node, arns)] : [];
      },
    });
  },
});
