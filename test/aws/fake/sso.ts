import { openSession } from './sts/sessions.ts';
import { type Data, type Parameters, textOf } from './wire/data.ts';
import { Fault } from './wire/fault.ts';
import type { World } from './world.ts';

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html */
export function getRoleCredentials(parameters: Parameters, world: World): Data {
  const { ssoTokens, roles } = world.state;
  const opened = ssoTokens[textOf(parameters, 'accessToken') ?? ''];
  if (opened === undefined) throw new Fault('UnauthorizedException', 'Session token not found or invalid');
  const account = textOf(parameters, 'account_id') ?? '';
  const roleName = textOf(parameters, 'role_name') ?? '';
  if (!opened.some((role) => role.accountId === account && role.roleName === roleName))
    throw new Fault('ForbiddenException', 'No access', 403);
  const role = roles.find((one) => one.account === account && one.name === roleName);
  const session = openSession(
    {
      arn: `arn:aws:sts::${account}:assumed-role/${roleName}/sso-user`,
      userId: `${role?.id ?? 'AROAEXAMPLE'}:sso-user`,
      kind: 'role',
      roleArn: role?.arn,
      mfa: false,
    },
    3600,
    world,
  );
  return {
    roleCredentials: {
      accessKeyId: session['AccessKeyId'],
      secretAccessKey: session['SecretAccessKey'],
      sessionToken: session['SessionToken'],
      expiration: Date.parse(session['Expiration'] ?? ''),
    },
  };
}
