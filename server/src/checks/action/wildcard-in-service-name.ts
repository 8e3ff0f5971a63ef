import { parseActionName } from '../../policy/actionName.ts';
import { arnParts } from '../../policy/arn.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf, spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { wholeArn } from '../resource/arnPatterns.ts';

export const wildcardInServiceName = defineCheck({
  code: 'WILDCARD_IN_SERVICE_NAME',
  severity: 'SUGGESTION',
  types: resourceTypes,
  element: 'statement',
  what: 'A wildcard stands in the name of the service of an action or a resource.',
  why: 'It matches every service with a name like it, those that AWS adds later included.',
  fix: 'Write the services out, one entry each.',
  source: analyzerPage('WILDCARD_IN_SERVICE_NAME', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "codebuild:BatchGetProjects", "Resource": "arn:aws:«*code*»::111122223333:*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": ["sqs:DeleteQueue", "«s?»:Delete*"], "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "s3:DeleteBucket", "Resource": "arn:aws:«*»:*:*:*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:Get*", "Resource": "arn:aws:s3:::*-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*:*", "Resource": "*" } }`,
    },
  ],
  *check({ action, resource, policy }) {
    // In these an ERROR speaks of the same.
    const refused = policy.kind.type === 'scp' || policy.kind.type === 'rcp';
    for (const node of refused ? [] : (action?.entries ?? [])) {
      const name = parseActionName(literalOf(node) ?? '');
      if (name === undefined || !hasWildcard(name.prefix) || isEverything(name)) continue;
      yield { node, span: spanWithin(node, 0, name.prefix.length), message: sentence(name.prefix) };
    }
    for (const node of resource?.entries ?? []) {
      const service = wholeArn(arnParts(literalOf(node) ?? ''))?.service;
      if (service === undefined || !hasWildcard(service.text)) continue;
      yield { node, span: spanWithin(node, service.from, service.to), message: sentence(service.text) };
    }
  },
});

/** `*:*` is another way to write `*`, not a name. */
function isEverything({ prefix, name }: { prefix: string; name: string }): boolean {
  return /^\*+$/.test(prefix + name);
}

function sentence(service: string): string {
  return `${service} stands for every service with such a name, also those AWS adds later; write the services out.`;
}
