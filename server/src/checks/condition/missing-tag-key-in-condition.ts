import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { missingTagKey } from './missingTagKey.ts';
import { renameKey } from './renameKey.ts';

export const missingTagKeyInCondition = defineCheck({
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'A condition key about tags names no tag.',
  why: 'The name of the tag is a part of the condition key, so without it the key is in no request.',
  fix: 'Add a slash and the name of the tag, as in aws:ResourceTag/team.',
  source: analyzerPage('MISSING_TAG_KEY_IN_CONDITION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringEquals": { «"aws:ResourceTag"»: "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"aws:PrincipalTag/"»: "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"S3:existingobjecttag"»: "blue" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue", "s3:ExistingObjectTag/team": "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": "team" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name, lookup } = condition;
    const stem = name !== undefined && lookup && missingTagKey(catalog, name, lookup);
    if (!stem) return;
    report({
      node: key,
      message: `${name} names no tag, so it is in no request; write ${stem} and the tag's key.`,
      fixes: () => renameKey(condition, [`${stem}\${TagKey}`], catalog),
    });
  },
});
