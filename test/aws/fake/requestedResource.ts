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

/** ARN of the resource that AWS names when it denies a request; undefined where it names none. */
export function requestedResource(
  { service, parameters, region }: WireRequest,
  principal: string,
): string | undefined {
  const { account, partition } = arnParts(principal);
  for (const [name, kind] of naming) {
    const value = textOf(parameters, name);
    if (value === undefined) continue;
    if (value.startsWith('arn:')) return value;
    const place = service === 'ec2' ? region : '';
    return `arn:${partition}:${service}:${place}:${account}:${kind}${value}`;
  }
  return service === 'iam' || service === 'sts' ? undefined : '*';
}
