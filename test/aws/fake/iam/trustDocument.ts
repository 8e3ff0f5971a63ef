import { arnParts } from '../arn.ts';
import { listed, type Statement } from '../policyEvaluation.ts';
import type { World } from '../world.ts';
import { malformed, readStatements } from './documents.ts';

const actions = new Set(
  [
    'AssumeRole',
    'AssumeRoleWithSAML',
    'AssumeRoleWithWebIdentity',
    'TagSession',
    'SetSourceIdentity',
    'SetContext',
    '*',
  ].map((name) => `sts:${name}`.toLowerCase()),
);

/** Throws the `Fault` of IAM for a document that it would not take as a trust policy. */
export function checkTrustDocument(document: string, world: World): void {
  const statements = readStatements(document, 'This policy contains invalid Json');
  for (const statement of statements) checkStatement(statement);
  for (const { Principal } of statements) {
    if (typeof Principal !== 'object') continue;
    for (const [type, values] of Object.entries(Principal))
      for (const value of listed(values)) checkPrincipal(type, value, world);
  }
}

function checkStatement(statement: Statement): void {
  if (statement.Resource !== undefined) throw malformed('Has prohibited field Resource');
  if (statement.NotResource !== undefined) throw malformed('Has prohibited field NotResource');
  if (statement.NotPrincipal !== undefined)
    throw malformed('AssumeRole policy must not contain NotPrincipal field.');
  if (statement.Principal === undefined) throw malformed('Missing required field Principal');
  const named = listed(statement.Action ?? statement.NotAction);
  if (named.length === 0) throw malformed('Missing required field Action');
  if (named.some((action) => !actions.has(action.toLowerCase())))
    throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
}

function checkPrincipal(type: string, value: string, world: World): void {
  const isKnown = principalTypes[type];
  if (isKnown === undefined) throw malformed('Syntax errors in policy.');
  if (value === '*' && type === 'AWS') return;
  if (!isKnown(value, world))
    throw malformed(
      `Invalid principal in policy: "${type === 'AWS' ? 'AWS' : type.toUpperCase()}":"${value}"`,
    );
}

const principalTypes: Readonly<Record<string, (value: string, world: World) => boolean>> = {
  AWS: isKnownPrincipal,
  Service: (value) => /^[a-z0-9.-]+\.amazonaws\.(com|com\.cn|eu)$/.test(value),
  Federated: (value, { state }) => !value.startsWith('arn:') || state.identityProviders.includes(value),
  CanonicalUser: () => true,
};

/** Whether IAM knows the account, user, role or session; one that was just made, it knows after a while. */
function isKnownPrincipal(value: string, { state, lag }: World): boolean {
  if (/^\d{12}$/.test(value)) return true;
  const entities = [...state.roles, ...state.users];
  const { service, account, resource } = arnParts(value);
  const [kind, roleName] = resource.split('/');
  if (kind === 'root') return service === 'iam' && /^\d{12}$/.test(account);
  const found =
    kind === 'assumed-role'
      ? state.roles.find((role) => role.account === account && role.name === roleName)
      : entities.find((entity) => entity.arn === value || entity.id === value);
  if (found === undefined) return kind === 'federated-user' || state.callers.some(({ arn }) => arn === value);
  return !lag.pending('principal', found.arn);
}
