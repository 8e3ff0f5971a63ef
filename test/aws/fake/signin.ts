import { randomBytes } from 'node:crypto';
import { numberOf, type Parameters, textOf } from './wire/data.ts';
import type { Answer } from './wire/protocols.ts';
import type { World } from './world.ts';

/** The console's federation endpoint. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html */
export function federation(parameters: Parameters, world: World): Answer {
  const action = textOf(parameters, 'Action');
  if (action === 'getSigninToken') return signinToken(parameters, world);
  if (action === 'login') return login(parameters, world);
  return refused;
}

const refused: Answer = {
  status: 400,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>400 Bad Request</title></head><body><h1>Bad Request</h1></body></html>',
};

function signinToken(parameters: Parameters, { state }: World): Answer {
  const session = readSession(textOf(parameters, 'Session') ?? '');
  const caller = state.callers.find(
    ({ accessKeyId, secretAccessKey, sessionToken }) =>
      accessKeyId === session['sessionId'] &&
      secretAccessKey === session['sessionKey'] &&
      sessionToken === session['sessionToken'] &&
      sessionToken !== undefined,
  );
  if (caller === undefined) return refused;
  const duration = numberOf(parameters, 'SessionDuration');
  // A session of GetFederationToken, or of a role assumed by a role, has its own end.
  if (duration !== undefined && (caller.kind === 'federated' || duration < 900 || duration > 43_200))
    return refused;
  const token = randomBytes(48).toString('base64url');
  state.signins.push({ token, arn: caller.arn, duration });
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ SigninToken: token }),
  };
}

function readSession(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function login(parameters: Parameters, { state }: World): Answer {
  const token = textOf(parameters, 'SigninToken');
  const destination = textOf(parameters, 'Destination');
  if (destination === undefined || !state.signins.some((signin) => signin.token === token)) return refused;
  return { status: 302, headers: { location: destination }, body: '' };
}
