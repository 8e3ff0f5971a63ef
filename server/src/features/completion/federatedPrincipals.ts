import type { OidcProvider } from '../../catalog/catalog.ts';
import { literalOf } from '../../syntax/node.ts';
import { arnText, withPlaceholders } from './arnPlaceholders.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import { filterText } from './filterText.ts';
import { capitals } from './providerTexts.ts';
import type { StatementSite } from './site.ts';
import { filledText, type SnippetText } from './snippetText.ts';

/** SAML and OIDC providers of an account and those AWS has built in; first those the statement's action takes. */
export function federatedPrincipals(site: StatementSite): Proposals {
  const { catalog, statement } = site;
  const oidc = catalog.oidcProviders.map((provider) => oidcProposal(provider, site));
  const saml = samlProposal(site);
  const names = (statement.action?.entries ?? []).map((entry) => literalOf(entry)?.toLowerCase());
  const proposals = names.includes('sts:assumerolewithsaml') ? [saml, ...oidc] : [...oidc, saml];
  return { proposals, dependOnText: true };
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

function oidcProposal(provider: OidcProvider, { settings, target }: StatementSite): Proposal {
  const { name, issuer, builtInToAws } = provider;
  const shared = { kind: 'principal', detail: name, doc: { kind: 'provider', issuer } } as const;
  if (builtInToAws) return { ...shared, label: issuer, body: textBody(issuer) };
  const head = arnText('arn:${Partition}:iam::${Account}:oidc-provider/', settings);
  const text = [...head, ...issuerText(provider, head.filter((part) => typeof part !== 'string').length + 1)];
  const label = filledText(text);
  return {
    ...shared,
    label,
    filter: filterText(`${issuer} ${name}`, label, target.typed),
    body: { form: 'text', text },
  };
}

/** Issuers that differ from customer to customer have words to be filled in, in capitals or as a whole. */
function issuerText({ issuer, issuerIsTemplate }: OidcProvider, first: number): SnippetText {
  if (!issuerIsTemplate) return [issuer];
  const text = withPlaceholders(issuer, capitals, undefined, first);
  return text.length > 1 ? text : [{ stop: first, text: issuer }];
}
