import type { OidcProvider } from '../../catalog/catalog.ts';
import { literalOf } from '../../syntax/node.ts';
import { arnText, withPlaceholders } from './arnPlaceholders.ts';
import { type Proposal, textBody } from './completionItem.ts';
import { capitals } from './providerTexts.ts';
import type { StatementSite } from './site.ts';
import { filledText, type SnippetText } from './snippetText.ts';

/** SAML and OIDC providers of an account and those AWS has built in; first those the statement's action takes. */
export function federatedPrincipals(site: StatementSite): readonly Proposal[] {
  const { catalog, statement } = site;
  const oidc = catalog.oidcProviders.map((provider) => oidcProposal(provider, site));
  const saml = samlProposal(site);
  const names = (statement.action?.entries ?? []).map((entry) => literalOf(entry)?.toLowerCase());
  return names.includes('sts:assumerolewithsaml') ? [saml, ...oidc] : [...oidc, saml];
}

function samlProposal({ settings }: StatementSite): Proposal {
  const text = arnText('arn:${Partition}:iam::${Account}:saml-provider/${ProviderName}', settings);
  return {
    label: filledText(text),
    kind: 'principal',
    detail: 'a SAML provider',
    body: { form: 'text', text },
    doc: { kind: 'principal', type: 'Federated', text: filledText(text) },
  };
}

function oidcProposal(provider: OidcProvider, { settings }: StatementSite): Proposal {
  const { name, issuer, builtInToAws } = provider;
  const shared = { kind: 'principal', detail: name, doc: { kind: 'provider', issuer } } as const;
  if (builtInToAws) return { ...shared, label: issuer, body: textBody(issuer) };
  const head = arnText('arn:${Partition}:iam::${Account}:oidc-provider/', settings);
  const text = [...head, ...issuerText(provider, head.filter((part) => typeof part !== 'string').length + 1)];
  const label = filledText(text);
  return { ...shared, label, filter: `${label} ${name}`, body: { form: 'text', text } };
}

/** Issuers that differ from customer to customer have words to be filled in, in capitals or as a whole. */
function issuerText({ issuer, issuerIsTemplate }: OidcProvider, first: number): SnippetText {
  if (!issuerIsTemplate) return [issuer];
  const text = withPlaceholders(issuer, capitals, undefined, first);
  return text.length > 1 ? text : [{ stop: first, text: issuer }];
}
