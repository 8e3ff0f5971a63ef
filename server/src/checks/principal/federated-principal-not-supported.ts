import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeElement, removeStatement } from '../elementFixes.ts';

export const federatedPrincipalNotSupported = defineCheck({
  code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  severity: 'ERROR',
  types: ['resource'],
  element: 'statement',
  what: 'A resource-based policy names an identity provider as its principal.',
  why: 'A federated user reaches a resource through the role it assumed, so only the trust policy of a role takes principals of type Federated.',
  fix: 'Name the role that the federated users assume, as a principal of type AWS.',
  source: analyzerPage('FEDERATED_PRINCIPAL_NOT_SUPPORTED', 'ERROR'),
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { «"Federated"»: "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333", «"Federated"»: ["www.amazon.com", "accounts.google.com"] },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/federated" },
          "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Allow", "Principal": { «"Federated"»: "cognito-identity.amazonaws.com" },
          "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": "sts:AssumeRoleWithSAML",
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/federated" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check({ principal, node: statement }, { report }) {
    const alone = principal?.value?.kind !== 'object' || principal.value.members.length === 1;
    const keys = principal?.entries.filter(({ type }) => type === 'Federated').map(({ typeKey }) => typeKey);
    for (const node of new Set(keys)) {
      report({
        node,
        message:
          'Only the trust policy of a role takes principals of type Federated; name the role that the federated users assume, as a principal of type AWS.',
        fixes: () => (alone ? removeStatement(statement) : [removeElement(node)]),
      });
    }
  },
});
