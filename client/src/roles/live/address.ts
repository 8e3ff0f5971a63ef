/** A policy of an account that is opened as a document. */
export type LivePolicy =
  | { readonly kind: 'trust'; readonly roleName: string }
  | { readonly kind: 'inline'; readonly roleName: string; readonly policyName: string }
  /** Of a managed policy the default version, or the one that is named. */
  | { readonly kind: 'managed'; readonly policyArn: string; readonly versionId?: string };

/** Where a live policy is: the same policy through another profile is another document. */
export interface LiveAddress {
  readonly profile: string;
  /** 12 digits. */
  readonly account: string;
  readonly policy: LivePolicy;
}

const trustFile = 'trust policy.json';

/**
 * The path of the document, whose last segment reads as the title of a tab:
 *
 *     /PROFILE/ACCOUNT/role/ROLE/trust policy.json
 *     /PROFILE/ACCOUNT/role/ROLE/inline/POLICY.json
 *     /PROFILE/ACCOUNT/policy/ARN/POLICY.json
 *     /PROFILE/ACCOUNT/policy/ARN/POLICY v3.json
 */
export function pathOfLive({ profile, account, policy }: LiveAddress): string {
  return ['', profile, account, ...segmentsOf(policy)].map(escaped).join('/');
}

/** Undefined for a path that `pathOfLive` gives to nothing. */
export function liveOfPath(path: string): LiveAddress | undefined {
  const segments = path.split('/').map(unescaped);
  const [root, profile, account = '', ...rest] = segments;
  if (root !== '' || profile === undefined || !/^\d{12}$/.test(account)) return undefined;
  const policy = policyOf(rest);
  const address = policy && { profile, account, policy };
  return address && pathOfLive(address) === path ? address : undefined;
}

/** The document's URI in full. */
export function uriOfLive(scheme: string, address: LiveAddress): string {
  return `${scheme}:${pathOfLive(address).split('/').map(encodeURIComponent).join('/')}`;
}

function segmentsOf(policy: LivePolicy): readonly string[] {
  switch (policy.kind) {
    case 'trust':
      return ['role', policy.roleName, trustFile];
    case 'inline':
      return ['role', policy.roleName, 'inline', `${policy.policyName}.json`];
    case 'managed': {
      const { policyArn, versionId } = policy;
      const version = versionId === undefined ? '' : ` ${versionId}`;
      return ['policy', policyArn, `${nameIn(policyArn)}${version}.json`];
    }
  }
}

function policyOf([kind, owner, ...rest]: readonly (string | undefined)[]): LivePolicy | undefined {
  const file = rest.at(-1);
  if (!owner || file === undefined || !file.endsWith('.json')) return undefined;
  if (kind === 'role' && rest.length === 1 && file === trustFile) return { kind: 'trust', roleName: owner };
  if (kind === 'role' && rest.length === 2 && rest[0] === 'inline')
    return { kind: 'inline', roleName: owner, policyName: file.slice(0, -'.json'.length) };
  if (kind !== 'policy' || rest.length !== 1) return undefined;
  const [, versionId] = / (v\d+)\.json$/.exec(file) ?? [];
  return { kind: 'managed', policyArn: owner, ...(versionId !== undefined && { versionId }) };
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Whatever a name holds, it stays one segment, and none that a path is shortened by. */
function escaped(segment: string): string {
  return segment
    .replace(/[%/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, encodeURIComponent)
    .replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2E'));
}

function unescaped(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
