import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { onlyWildcards } from '../trust/callerLimit.ts';

export const s3PrefixInNegativeContext = defineCheck({
  code: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
  severity: 'SECURITY_WARNING',
  types: resourceTypes,
  element: 'condition',
  what: 'Listing a bucket is denied for some prefixes, or allowed for all but some.',
  why: 'A request with a shorter prefix, or with none, does not match and lists the same objects.',
  fix: 'Allow listing with StringLike on the prefixes that are meant, or deny it with StringNotLike on them.',
  source: analyzerPage('S3_PREFIX_IN_NEGATIVE_CONTEXT', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { «"s3:prefix"»: ["private/*", "secret/*"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringNotLikeIfExists": { «"S3:Prefix"»: "private/*" } } } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": { "AWS": "111122223333" },
        "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringEquals": { «"s3:prefix"»: "private/" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "s3:prefix": ["home/", "home/alice/*"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" },
        { "Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
          "Condition": { "StringNotLike": { "s3:prefix": ["development/*", ""] },
            "Null": { "s3:prefix": false } } }] }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": { "AWS": "111122223333" },
        "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringNotEquals": { "s3:prefix": "projects" } } } }`,
    },
  ],
  check({ key, name, block: { operator }, values, statement: { effect } }, { report }) {
    if (name?.toLowerCase() !== 's3:prefix' || operator?.family !== 'String') return;
    if (effect?.allows === undefined || operator.negated !== (effect.allows === 'Allow')) return;
    // Nothing is shorter than what any prefix matches.
    if (operator.wildcards && values.every((value) => onlyWildcards(literalOf(value) ?? '*'))) return;
    const does = effect.allows === 'Deny' ? 'Deny with' : 'Allow with';
    report({
      node: key,
      message: `${does} ${operator.name} on ${name} does not hide these objects, as a request with a shorter prefix does not match and lists them; ${effect.allows === 'Deny' ? 'deny with StringNotLike' : 'allow with StringLike'} on the prefixes that may be listed.`,
    });
  },
});
