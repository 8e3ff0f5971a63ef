import { arnParts } from './arn.ts';
import { textOf } from './wire/data.ts';
import type { WireRequest } from './wire/readRequest.ts';

/** Which parameter names what a request is about, and the resource it is part of, without its path. */
const naming: readonly (readonly [string, string])[] = [
  ['RoleArn', ''],
  ['PolicySourceArn', ''],
  ['RoleName', 'role/'],
  ['PolicyArn', ''],
  ['InstanceProfileName', 'instance-profile/'],
  ['PolicyName', 'policy/'],
  ['UserName', 'user/'],
  ['InstanceId', 'instance/'],
  ['AWSServiceName', 'role/aws-service-role/'],
];

/** Of operations that are about all resources of a kind. */
const collections: Readonly<Record<string, string>> = {
  ListRoles: 'role/',
  ListPolicies: 'policy path /',
  ListInstanceProfiles: 'instance-profile/',
  ListUsers: 'user/',
};

/** ARN of the resource that AWS names when it denies a request; `*` where there is none. */
export function requestedResource(request: WireRequest, principal: string): string {
  const { service, operation, parameters, region } = request;
  const { account, partition } = arnParts(principal);
  const scope = `arn:${partition}:${service}:${service === 'ec2' ? region : ''}:${account}:`;
  for (const [name, kind] of naming) {
    const value = textOf(parameters, name);
    if (value !== undefined) return value.startsWith('arn:') ? value : `${scope}${kind}${value}`;
  }
  const collection = collections[operation];
  return collection === undefined ? '*' : `${scope}${collection}`;
}
