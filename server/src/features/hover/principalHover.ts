import type { Catalog } from '../../catalog/catalog.ts';
import { findOidcProvider } from '../../catalog/findOidcProvider.ts';
import { findServicePrincipal } from '../../catalog/findServicePrincipal.ts';
import type { PrincipalType } from '../../policy/model.ts';
import { type Principal, parsePrincipal } from '../../policy/principalArn.ts';
import { phraseOf } from '../principalPhrase.ts';
import { bullets, code, link, listed, paragraphs, plain } from './markdown.ts';

const types: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';

/** A principal under a key such as `Service`; undefined for what IAM would not take. */
export function principalHover(
  text: string,
  typeName: string | undefined,
  catalog: Catalog,
): string | undefined {
  if (typeName === undefined) return text === '*' ? everyone : undefined;
  const type = types.find((one) => one.toLowerCase() === typeName.toLowerCase());
  const principal = type && parsePrincipal(type, text);
  if (principal === undefined) return undefined;
  return paragraphs(
    `**${plain(sentenceCase(phraseOf(principal, catalog)))}**`,
    detailOf(principal, catalog),
    link('AWS documentation', page),
  );
}

const everyone = `**Everyone**: every account, and anonymous callers where the service takes them.\n\n${link('AWS documentation', page)}`;

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function detailOf(principal: Principal, catalog: Catalog): string | undefined {
  switch (principal.kind) {
    case 'everyone':
      return 'Every account, and anonymous callers where the service takes them.';
    case 'account':
    case 'root':
      return 'The whole account: whoever its own policies let through, not its root user alone.';
    case 'role':
      return 'Every session of this role. IAM keeps the role’s unique id: a role of the same name made later is not it.';
    case 'user':
      return 'This user. IAM keeps its unique id: a user of the same name made later is not it.';
    case 'assumedRole':
      return 'This one session of the role, by its session name.';
    case 'uniqueId':
      return `IAM shows the id because the ${principal.of} was deleted: this principal matches nobody.`;
    case 'samlProvider':
      return 'Takes `sts:AssumeRoleWithSAML` with the condition key `SAML:aud`.';
    case 'oidcProvider':
    case 'builtInProvider':
      return providerDetail(principal.issuer, catalog);
    case 'service':
      return serviceDetail(principal.name, catalog);
    default:
      return undefined;
  }
}

function serviceDetail(name: string, catalog: Catalog): string | undefined {
  const principal = findServicePrincipal(catalog, name)?.principal;
  if (principal === undefined)
    return 'AWS’s documentation does not show this service principal as far as the data knows.';
  const { kind, commonUse, notes, confusedDeputyKeys } = principal;
  return paragraphs(
    `${code(principal.principal)}${commonUse === undefined ? '' : ` · ${plain(commonUse)}`}`,
    kind === 'service-linked' ? 'Only service-linked roles, which AWS makes, trust it.' : undefined,
    confusedDeputyKeys.length > 0
      ? `Restrict it with ${listed(confusedDeputyKeys.map(code), 'or')}.`
      : undefined,
    notes && plain(notes),
  );
}

function providerDetail(issuer: string, catalog: Catalog): string {
  const provider = findOidcProvider(catalog, issuer);
  const key = (claim: string) => code(claim.includes(':') ? claim : `${issuer}:${claim}`);
  return paragraphs(
    'Takes `sts:AssumeRoleWithWebIdentity`.',
    provider?.audience && `**Audience** ${key('aud')}: ${code(provider.audience)}`,
    provider?.subjectFormat && `**Subject** ${key('sub')}: ${plain(provider.subjectFormat)}`,
    provider !== undefined && provider.subjectExamples.length > 0
      ? bullets(provider.subjectExamples.map(code), 4)
      : undefined,
    provider !== undefined && provider.enforcedByIam.length > 0
      ? `IAM refuses a trust policy that does not test ${listed(provider.enforcedByIam.map(code), 'and')}.`
      : undefined,
    provider?.documentation && link('Provider’s documentation', provider.documentation),
  );
}
