import { findOidcProvider } from '../../catalog/findOidcProvider.ts';
import { parsePrincipal } from '../../policy/principalArn.ts';
import { hasWildcard } from '../../policy/wildcard.ts';

import { analyzerPage, type CheckContext } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { partitionOf } from '../resource/actionArns.ts';
import { knownAccounts } from './knownAccounts.ts';

export const invalidFederatedPrincipalSyntaxInRoleTrustPolicy = defineCheck({
  code: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  severity: 'ERROR',
  types: ['trust'],
  element: 'principal',
  what: 'A principal of type Federated is neither a domain name nor the ARN of an identity provider.',
  why: 'IAM finds an identity provider by its ARN, or by its domain name where AWS has it built in, and rejects all else.',
  fix: 'Write the ARN of the SAML or OIDC provider in IAM, or the domain name of a built-in provider without https://.',
  source: analyzerPage('INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"https://accounts.google.com"» }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "accounts.google.com:aud": "example-client" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": ["arn:aws:iam::111122223333:saml-provider/ExampleIdp",
          «"arn:aws:iam::111122223333:role/federated"»] },
        "Action": "sts:AssumeRoleWithSAML",
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::1111-2222-3333:saml-provider/ExampleIdp"» },
        "Action": "sts:AssumeRoleWithSAML",
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
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
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "accounts.google.com:aud": "example-client" } } } }`,
    },
  ],
  check({ text, node, type, element }, context) {
    if (type !== 'Federated' || element.name !== 'Principal') return;
    if (hasWildcard(text) || text.includes('${') || parsePrincipal(type, text) !== undefined) return;
    context.report({
      node,
      message: `${text || 'An empty string'} is neither a domain name nor the ARN of an identity provider, so IAM rejects it; ${advice(text)}`,
      fixes: () => changeListed(node, meantProviders(text, context)),
    });
  },
});

/** The provider that an address means: built in, or of the accounts that are known. */
function meantProviders(text: string, context: CheckContext): readonly string[] {
  const { policy, catalog, settings } = context;
  const issuer = /^https?:\/\/(.+?)\/?$/i.exec(text)?.[1];
  if (issuer !== undefined) {
    const builtIn = findOidcProvider(catalog, issuer)?.builtInToAws === true ? [issuer] : [];
    const own = [...knownAccounts(policy, settings)].map(
      (account) => `arn:${partitionOf(context)}:iam::${account}:oidc-provider/${issuer}`,
    );
    return [...builtIn, ...own.filter((arn) => parsePrincipal('Federated', arn) !== undefined)];
  }
  const [, head, account = '', tail] =
    /^(arn:[^:]+:iam::)([\d-]+)(:(?:saml|oidc)-provider\/.+)$/.exec(text) ?? [];
  const arn = `${head}${account.replaceAll('-', '')}${tail}`;
  return head !== undefined && parsePrincipal('Federated', arn) !== undefined ? [arn] : [];
}

function advice(text: string): string {
  const domain = /^https?:\/\/([^/]+)\/?$/i.exec(text)?.[1];
  if (domain !== undefined && parsePrincipal('Federated', domain) !== undefined) {
    return `write ${domain}, or arn:aws:iam::ACCOUNT:oidc-provider/${domain} where the provider is your own.`;
  }
  if (/^arn:[^:]*:(iam|sts):[^:]*:\d{12}:(role|user|root|assumed-role|federated-user)\b/.test(text)) {
    return 'roles, users and accounts are principals of type AWS.';
  }
  return 'write arn:aws:iam::ACCOUNT:saml-provider/NAME or arn:aws:iam::ACCOUNT:oidc-provider/ISSUER.';
}
