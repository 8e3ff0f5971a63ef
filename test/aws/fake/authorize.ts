import { denialOf } from './denialOf.ts';
import { evaluate } from './policyEvaluation.ts';
import { requestedResource } from './requestedResource.ts';
import type { FakeCaller } from './state.ts';
import { isStructure, textOf } from './wire/data.ts';
import type { WireRequest } from './wire/readRequest.ts';
import type { World } from './world.ts';

/** What nobody needs a permission for, or what trust policies decide too. */
const elsewhere = new Set(['GetCallerIdentity', 'GetSessionToken', 'AssumeRole']);

/** Throws a denial where a caller with policies lacks the permission; roles that are passed on are asked for too. */
export function authorize(request: WireRequest, caller: FakeCaller, world: World): void {
  const { service, operation } = request;
  if (caller.policies === undefined || elsewhere.has(operation)) return;
  const needed = [
    { action: `${service}:${operation}`, resource: requestedResource(request, caller.arn) },
    ...passedRoles(request, world).map((resource) => ({ action: 'iam:PassRole', resource })),
  ];
  for (const { action, resource } of needed) {
    const { decision } = evaluate(caller.policies, action, resource, new Map());
    if (decision === 'allowed') continue;
    const form = { by: 'identity-based', explicit: decision === 'explicitDeny' } as const;
    throw denialOf(form, request, caller.arn, action, resource);
  }
}

/** ARNs of the roles that a request gives to EC2. */
function passedRoles({ operation, parameters }: WireRequest, { state }: World): readonly string[] {
  const profile = parameters['IamInstanceProfile'];
  const { Name, Arn } = profile !== undefined && isStructure(profile) ? profile : {};
  const inProfile = state.instanceProfiles.find(({ name, arn }) => name === Name || arn === Arn)?.roles ?? [];
  const named = operation === 'AddRoleToInstanceProfile' ? textOf(parameters, 'RoleName') : undefined;
  return state.roles.filter(({ name }) => name === named || inProfile.includes(name)).map(({ arn }) => arn);
}
