import { isAccountId, parseArn } from './arn.ts';
import type { PrincipalType } from './model.ts';

/**
 * What a string under a key of `Principal` names. `account` is twelve digits; `path` starts and ends with a
 * slash. Source: IAM User Guide, AWS JSON policy elements: Principal (reference_policies_elements_principal.html).
 */
export type Principal =
  /** `"AWS": "*"`: anyone at all. */
  | { readonly kind: 'everyone' }
  /** A bare account id: the same as the account's root ARN. */
  | { readonly kind: 'account'; readonly account: string }
  | ({ readonly kind: 'root' } & InAccount)
  | ({ readonly kind: 'role' | 'user'; readonly path: string; readonly name: string } & InAccount)
  | ({ readonly kind: 'assumedRole'; readonly role: string; readonly session: string } & InAccount)
  /** A session of `sts:GetFederationToken`. */
  | ({ readonly kind: 'federatedUser'; readonly name: string } & InAccount)
  /** What is left of a role or user that was deleted. */
  | { readonly kind: 'uniqueId'; readonly of: 'role' | 'user'; readonly id: string }
  /** A CloudFront origin access identity, which has no account of its own. */
  | { readonly kind: 'originAccessIdentity'; readonly id: string }
  | ({ readonly kind: 'samlProvider'; readonly name: string } & InAccount)
  /** `issuer` is without `https://` and may hold a path. */
  | ({ readonly kind: 'oidcProvider'; readonly issuer: string } & InAccount)
  /** An OIDC provider that AWS has built in, by its domain name. */
  | { readonly kind: 'builtInProvider'; readonly issuer: string }
  | { readonly kind: 'service'; readonly name: string }
  /** An account as Amazon S3 knows it. */
  | { readonly kind: 'canonicalUser'; readonly id: string };

interface InAccount {
  readonly partition: string;
  readonly account: string;
}

/**
 * Reads a principal as its key in `Principal` says it. Undefined for a text that is no principal of that type,
 * such as one that is half typed or holds a wildcard; whether it exists is not asked. A service's name is taken
 * as it is.
 */
export function parsePrincipal(type: PrincipalType, text: string): Principal | undefined {
  return parsers[type](text);
}

/** The account a principal of type AWS or Federated belongs to; undefined where it names none. */
export function accountOf(principal: Principal | undefined): string | undefined {
  return principal !== undefined && 'account' in principal ? principal.account : undefined;
}

const parsers: Readonly<Record<PrincipalType, (text: string) => Principal | undefined>> = {
  AWS: parseAws,
  Federated: parseFederated,
  Service: (name) => (name === '' || /[*?\s]/.test(name) ? undefined : { kind: 'service', name }),
  CanonicalUser: (id) => (/^[0-9a-f]{64}$/i.test(id) ? { kind: 'canonicalUser', id } : undefined),
};

const uniqueIds = { AROA: 'role', AIDA: 'user' } as const;
const originAccessIdentity = /^user\/CloudFront Origin Access Identity (\w+)$/;

function parseAws(text: string): Principal | undefined {
  if (text === '*') return { kind: 'everyone' };
  if (isAccountId(text)) return { kind: 'account', account: text };
  const unique = /^(AROA|AIDA)[A-Z0-9]{10,}$/.exec(text)?.[1];
  if (unique === 'AROA' || unique === 'AIDA') return { kind: 'uniqueId', of: uniqueIds[unique], id: text };
  const arn = globalArn(text);
  if (arn === undefined) return undefined;
  const { partition, service, account, resource } = arn;
  const identity = originAccessIdentity.exec(resource)?.[1];
  if (identity !== undefined && account === 'cloudfront' && service === 'iam') {
    return { kind: 'originAccessIdentity', id: identity };
  }
  if (!isAccountId(account)) return undefined;
  if (service === 'iam') return parseIamEntity(resource, { partition, account });
  return service === 'sts' ? parseSession(resource, { partition, account }) : undefined;
}

function parseIamEntity(resource: string, where: InAccount): Principal | undefined {
  if (resource === 'root') return { kind: 'root', ...where };
  const [, kind, path = '/', name] = /^(role|user)(\/(?:[!-~]+\/)?)([\w+=,.@-]+)$/.exec(resource) ?? [];
  if (name === undefined || /[*?]/.test(path)) return undefined;
  return { kind: kind === 'role' ? 'role' : 'user', ...where, path, name };
}

function parseSession(resource: string, where: InAccount): Principal | undefined {
  const [kind, first, second, ...more] = resource.split('/');
  if (more.length > 0 || !isName(first)) return undefined;
  if (kind === 'federated-user' && second === undefined) {
    return { kind: 'federatedUser', ...where, name: first };
  }
  if (kind !== 'assumed-role' || !isName(second)) return undefined;
  return { kind: 'assumedRole', ...where, role: first, session: second };
}

/** As IAM takes names of roles, users and sessions. */
function isName(text: string | undefined): text is string {
  return text !== undefined && /^[\w+=,.@-]+$/.test(text);
}

const domainName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

function parseFederated(text: string): Principal | undefined {
  if (domainName.test(text)) return { kind: 'builtInProvider', issuer: text };
  const arn = globalArn(text);
  if (arn?.service !== 'iam' || !isAccountId(arn.account)) return undefined;
  const where = { partition: arn.partition, account: arn.account };
  const [, kind, name] = /^(saml|oidc)-provider\/([^\s*?]+)$/.exec(arn.resource) ?? [];
  if (name === undefined) return undefined;
  if (kind === 'oidc') return { kind: 'oidcProvider', ...where, issuer: name };
  return /^[\w.-]+$/.test(name) ? { kind: 'samlProvider', ...where, name } : undefined;
}

/** The ARN of something that has no Region, as IAM's and STS's principals have none. */
function globalArn(text: string): ReturnType<typeof parseArn> {
  const arn = parseArn(text);
  return arn !== undefined && arn.region === '' && /^aws(-[a-z]+)*$/.test(arn.partition) ? arn : undefined;
}
