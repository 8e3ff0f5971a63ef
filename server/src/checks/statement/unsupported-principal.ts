import { analyzerPage, identityTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeElement } from '../elementFixes.ts';

export const unsupportedPrincipal = defineCheck({
  code: 'UNSUPPORTED_PRINCIPAL',
  severity: 'ERROR',
  types: identityTypes,
  element: 'shape',
  what: 'An identity-based policy, permissions boundary or session policy names a principal.',
  why: 'It applies to whatever it is attached to, so IAM refuses Principal and NotPrincipal in it.',
  fix: 'Remove the element; who may assume a role belongs in the trust policy, who may use a resource in the policy of the resource.',
  source: analyzerPage('UNSUPPORTED_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", «"Principal"»: "*",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'session',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        «"NotPrincipal"»: { "AWS": "arn:aws:iam::111122223333:role/Reports" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(problem, { report }) {
    if (problem.problem !== 'prohibited') return;
    const { element, key } = problem;
    report({
      node: key,
      message: `${element} has no place in a policy that is attached to a user, group or role, because it applies to that identity; remove it.`,
      fixes: () => [removeElement(key)],
    });
  },
});
