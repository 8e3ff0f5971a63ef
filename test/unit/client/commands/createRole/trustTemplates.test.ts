import { describe, expect, test } from 'vitest';
import { emptyDraft, type TrustTemplate } from '../../../../../client/src/commands/createRole/draft.ts';
import { templateText } from '../../../../../client/src/commands/createRole/trustTemplates.ts';
import { checkFile } from '../../../../../server/src/checks/checkPolicy.ts';
import { roleCatalog } from '../../../../../server/src/features/roleCatalog.ts';
import { readDocument } from '../../../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../../../catalog.ts';

const target = { partition: 'aws', account: '123456789012' };
const catalog = testCatalog();

function template(change: Partial<TrustTemplate>): TrustTemplate {
  return { ...emptyDraft.template, ...change };
}

/** What the checks find of ERROR and SECURITY_WARNING. */
function graveFindings(text: string): readonly string[] {
  const file = readDocument(text, { chosen: { type: 'trust' } });
  return checkFile(file, catalog, { trustedAccounts: [target.account] })
    .filter(({ severity }) => severity === 'ERROR' || severity === 'SECURITY_WARNING')
    .map(({ code }) => code);
}

describe('every service that roles are made for', () => {
  const { servicePrincipals } = roleCatalog(catalog);

  test.each(servicePrincipals.map((service) => [service.principal, service] as const))(
    '%s',
    (_name, service) => {
      expect(graveFindings(templateText('service', template({ service }), target))).toEqual([]);
    },
  );
});

test('an outside account without an External ID is warned of, with one it is not', () => {
  const accountId = '111122223333';
  const without = templateText('account', template({ accountId }), target);
  const withId = templateText('account', template({ accountId, externalId: 'example-7' }), target);
  expect(graveFindings(withId)).toEqual([]);
  expect(JSON.parse(without).Statement[0].Condition).toBeUndefined();
});

test('an account of another partition has its ARN', () => {
  const text = templateText('ownAccount', template({ externalId: 'x7' }), { ...target, partition: 'aws-cn' });
  expect(JSON.parse(text).Statement[0]).toEqual({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws-cn:iam::123456789012:root' },
    Action: 'sts:AssumeRole',
  });
});

test('SAML responses go where the partition has its sign-in', () => {
  const statement = (partition: string) =>
    JSON.parse(templateText('saml', template({ samlProvider: 'Corp' }), { ...target, partition }))
      .Statement[0];
  expect(statement('aws-us-gov')).toMatchObject({
    Principal: { Federated: 'arn:aws-us-gov:iam::123456789012:saml-provider/Corp' },
    Condition: { StringEquals: { 'SAML:aud': 'https://signin.amazonaws-us-gov.com/saml' } },
  });
  expect(graveFindings(templateText('saml', template({ samlProvider: 'Corp' }), target))).toEqual([]);
});

describe('OpenID Connect', () => {
  const { oidcProviders } = roleCatalog(catalog);
  const github = oidcProviders.find(({ name }) => name === 'GitHub Actions');

  test('a subject with wildcards is compared as a pattern', () => {
    const text = templateText(
      'oidc',
      template({
        provider: github,
        issuer: 'https://token.actions.githubusercontent.com/',
        audience: 'sts.amazonaws.com',
        subject: 'repo:octo-org/octo-repo:*',
      }),
      target,
    );
    expect(JSON.parse(text).Statement[0].Condition).toEqual({
      StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/octo-repo:*' },
    });
    expect(graveFindings(text)).toEqual([]);
  });

  test('a provider that is told apart by its audience needs no subject', () => {
    const provider = oidcProviders.find(({ subjectClaim }) => subjectClaim === 'aud');
    const text = templateText(
      'oidc',
      template({ provider, issuer: 'oidc.example.com', audience: 'client-7' }),
      target,
    );
    expect(JSON.parse(text).Statement[0].Condition).toEqual({
      StringEquals: { 'oidc.example.com:aud': 'client-7' },
    });
  });
});
