import { arnParts } from '../arn.ts';
import type { RequestContext } from '../conditions.ts';
import type { FakeCaller } from '../state.ts';
import { type Parameters, structuresOf, textOf, textsOf } from '../wire/data.ts';

/** What condition keys have in a request to assume a role. `mfa`: by this request or by the caller's session. */
export function assumeContext(
  caller: FakeCaller,
  parameters: Parameters,
  mfa: boolean | undefined,
  now: Date,
): RequestContext {
  const { account, resource } = arnParts(caller.arn);
  const tags = structuresOf(parameters, 'Tags');
  const single: Readonly<Record<string, string | undefined>> = {
    'sts:ExternalId': textOf(parameters, 'ExternalId'),
    'sts:RoleSessionName': textOf(parameters, 'RoleSessionName'),
    'sts:SourceIdentity': textOf(parameters, 'SourceIdentity'),
    'aws:SourceIdentity': caller.sourceIdentity,
    // Absent with long-term keys and no code, which `Bool` with `false` does not match.
    'aws:MultiFactorAuthPresent': mfa === undefined ? undefined : String(mfa),
    'aws:MultiFactorAuthAge': mfa === true ? '1' : undefined,
    'aws:PrincipalArn': caller.roleArn ?? caller.arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalOrgID': caller.organization,
    'aws:PrincipalType': caller.kind === 'role' ? 'AssumedRole' : 'User',
    'aws:userid': caller.userId,
    'aws:username': caller.kind === 'user' ? resource.replace(/^.*\//, '') : undefined,
    'aws:SourceIp': '127.0.0.1',
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': now.toISOString(),
  };
  const context = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(single))
    if (value !== undefined) context.set(key.toLowerCase(), [value]);
  for (const [key, value] of Object.entries(caller.tags))
    context.set(`aws:principaltag/${key}`.toLowerCase(), [value]);
  for (const tag of tags)
    context.set(`aws:requesttag/${tag['Key']}`.toLowerCase(), [String(tag['Value'] ?? '')]);
  if (tags.length > 0)
    context.set(
      'aws:tagkeys',
      tags.map((tag) => String(tag['Key'])),
    );
  const transitive = textsOf(parameters, 'TransitiveTagKeys');
  if (transitive.length > 0) context.set('sts:transitivetagkeys', transitive);
  return context;
}
