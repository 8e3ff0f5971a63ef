import { isServicePrincipal } from '../../policy/servicePrincipal.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { analyzerPage, principalTypes } from '../check.ts';
import { didYouMean } from '../condition/didYouMean.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToServicePrincipal, meantServicePrincipals } from './meantServicePrincipals.ts';

/** Of a principal; values of conditions have a check of their own. */
export const invalidServicePrincipalFormat = defineCheck({
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  severity: 'ERROR',
  types: principalTypes,
  element: 'principal',
  what: 'A principal of type Service does not have the form of a service principal.',
  why: 'Each AWS service has one name as a principal, in lower case and ending in a domain of AWS, and no other name matches it.',
  fix: 'Write the service principal, usually the service prefix followed by .amazonaws.com.',
  source: analyzerPage('INVALID_SERVICE_PRINCIPAL_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": «"ec2"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": ["ecs-tasks.amazonaws.com", «"Lambda.amazonaws.com"»] },
        "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": «"arn:aws:iam::111122223333:role/reader"» }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": ["ec2.amazonaws.com", "states.us-east-1.amazonaws.com",
          "ec2.amazonaws.com.cn", "batchoperations.s3.amazonaws.com"] },
        "Action": "sts:AssumeRole" } }`,
    },
  ],
  check({ text, node, type, element }, { policy, catalog, report }) {
    if (type !== 'Service' || hasWildcard(text) || text.includes('${') || isServicePrincipal(text)) return;
    if (policy.kind.type === 'trust' && element.name === 'NotPrincipal') return;
    const meant = meantServicePrincipals(catalog, text);
    const advice = didYouMean(meant, 'write it as service-name.amazonaws.com, in lower case.');
    report({
      node,
      message: `${text || 'An empty string'} is no service principal, so no service matches it; ${advice}`,
      fixes: () => changeToServicePrincipal(node, text, meant),
    });
  },
});
