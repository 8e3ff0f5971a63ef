import { type Parameters, textOf } from '../wire/data.ts';
import { Fault } from '../wire/fault.ts';
import type { World } from '../world.ts';
import { readDuration, readSessionName } from './assumeRole.ts';
import { openSession } from './sessions.ts';
import { trustsProvider } from './trust.ts';

interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** AssumeRoleWithWebIdentity: unsigned. The token's own signature is not checked. */
export function assumeRoleWithWebIdentity(parameters: Parameters, world: World) {
  const roleArn = textOf(parameters, 'RoleArn') ?? '';
  const sessionName = readSessionName(parameters);
  const duration = readDuration(parameters);
  const claims = readClaims(textOf(parameters, 'WebIdentityToken') ?? '');
  if (claims.exp * 1000 <= world.now().getTime())
    throw new Fault(
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration date/time',
    );
  const host = claims.iss.replace(/^https:\/\//, '');
  const role = world.state.roles.find(({ arn }) => arn === roleArn);
  const provider = world.state.identityProviders.find((arn) => arn.endsWith(`:oidc-provider/${host}`));
  if (provider === undefined)
    throw new Fault(
      'InvalidIdentityToken',
      `No OpenIDConnect provider found in your account for ${claims.iss}`,
    );
  const context = new Map([
    [`${host}:aud`, [claims.aud]],
    [`${host}:sub`, [claims.sub]],
    ['sts:rolesessionname', [sessionName]],
  ]);
  if (
    role === undefined ||
    !trustsProvider(role.trustPolicy, provider, 'sts:AssumeRoleWithWebIdentity', context)
  )
    throw new Fault('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  const arn = `${roleArn.split(':').slice(0, 2).join(':')}:sts::${role.account}:assumed-role/${role.name}/${sessionName}`;
  const userId = `${role.id}:${sessionName}`;
  return {
    Credentials: openSession({ arn, userId, kind: 'role', roleArn, mfa: false }, duration, world),
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    SubjectFromWebIdentityToken: claims.sub,
    Audience: claims.aud,
    Provider: provider,
  };
}

function readClaims(token: string): Claims {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    throw new Fault('InvalidIdentityToken', 'The ID Token provided is not a valid JWT.');
  }
}
