import type { Catalog } from '../../catalog/catalog.ts';
import { findOidcProvider } from '../../catalog/findOidcProvider.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { testClaims } from './claimFixes.ts';
import { claimOf, gitHubIssuer, limitsWebIdentities, oidcPrincipals } from './oidcPrincipals.ts';

export const missingConditionKeyForOidcPrincipal = defineCheck({
  code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  severity: 'SECURITY_WARNING',
  types: ['trust'],
  element: 'statement',
  what: 'A trust policy lets an OIDC provider assume the role without a test of the claims that tell whose its users are.',
  why: 'Everyone with an account at the provider could assume the role; for a provider that many organizations share, IAM takes no such policy.',
  fix: 'Test the audience or the subject: the condition key is the issuer without https://, a colon, and aud or sub.',
  source: analyzerPage('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"accounts.google.com"» }, "Action": "sts:AssumeRoleWithWebIdentity" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::111122223333:oidc-provider/idp.example.com/tenant"» },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "idp.example.com:aud": "example-client" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"cognito-identity.amazonaws.com"» },
        "Action": ["sts:AssumeRoleWithWebIdentity"],
        "Condition": { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::111122223333:oidc-provider/gitlab.com"» },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "gitlab.com:aud": "https://gitlab.com" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"www.amazon.com"» }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEqualsIfExists": { "www.amazon.com:app_id": "amzn1.application-oa2-123456" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "Accounts.Google.com:aud": "666777888999000" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "StringEquals": { "cognito-identity.amazonaws.com:aud": "us-east-2:12345678-abcd-abcd-abcd-123456" },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated":
          "arn:aws:iam::111122223333:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
          "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud": "api://example-app",
          "sts:RoleSessionName": "MicrosoftSentinel_11111111-2222-3333-4444-555555555555" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/agent.buildkite.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "agent.buildkite.com:aud": "sts.amazonaws.com" },
          "StringLike": { "agent.buildkite.com:sub": "organization:acme-inc:pipeline:deploy:*" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleIdp" },
        "Action": "sts:AssumeRoleWithSAML" } }`,
    },
  ],
  check(statement, { catalog, report }) {
    for (const { node, issuer } of oidcPrincipals(statement)) {
      // Without the repository a finding of its own says so.
      if (issuer === gitHubIssuer) continue;
      const required = requiredKeys(catalog, issuer);
      const missing = required.filter((key) => !limitsWebIdentities(statement, (name) => name === key));
      if (missing.length > 0) {
        const keys = missing.join(' and ');
        report({
          node,
          message: `Many organizations share ${issuer}, so IAM takes no trust policy for it that does not test ${keys}; add it to the conditions, without IfExists.`,
          fixes: () => testClaims(statement, { issuer, keys: missing, orOthers: false }, catalog),
        });
      } else if (required.length === 0 && !testsClaim(statement, issuer)) {
        report({
          node,
          message: `Everyone who has an identity from ${issuer} can assume this role, as no condition tests its claims; add ${issuer}:aud or ${issuer}:sub, without IfExists.`,
          fixes: () =>
            testClaims(statement, { issuer, keys: usualKeys(issuer, catalog), orOthers: true }, catalog),
        });
      }
    }
  },
});

/** The condition keys without which IAM refuses the policy, in lower case. */
function requiredKeys(catalog: Catalog, issuer: string): readonly string[] {
  const enforced = findOidcProvider(catalog, issuer)?.enforcedByIam ?? [];
  return enforced.map((key) => {
    const claim = claimOf(key);
    // The issuer in the data may be a template.
    return claim === undefined ? key.toLowerCase() : `${issuer}:${claim.claim}`;
  });
}

function testsClaim(statement: Statement, issuer: string): boolean {
  if (limitsWebIdentities(statement, (key) => claimOf(key)?.issuer === issuer)) return true;
  // Every token has an audience, so that ForAllValues lets nobody through; that it needs no set operator is another finding.
  return (statement.condition?.operators ?? []).some(
    ({ operator, conditions }) =>
      operator?.set === 'ForAllValues' &&
      !operator.negated &&
      conditions.some(({ key }) => literalOf(key)?.toLowerCase() === `${issuer}:aud`),
  );
}

/** The audience, which some providers have under another name, and the subject. */
function usualKeys(issuer: string, catalog: Catalog): readonly string[] {
  const claims = findOidcProvider(catalog, issuer)?.claims ?? [];
  const audience = !claims.includes('aud') && claims.includes('app_id') ? 'app_id' : 'aud';
  const others = claims.length === 0 || claims.includes('sub') ? ['sub'] : [];
  return [audience, ...others].map((claim) => `${issuer}:${claim}`);
}
