import { type Parameters, structuresOf, textOf } from '../wire/data.ts';
import { Fault, invalidValue } from '../wire/fault.ts';

interface NameRule {
  readonly parameter: string;
  readonly length: number;
}

const rules = {
  RoleName: { parameter: 'roleName', length: 64 },
  PolicyName: { parameter: 'policyName', length: 128 },
  InstanceProfileName: { parameter: 'instanceProfileName', length: 128 },
  UserName: { parameter: 'userName', length: 64 },
} satisfies Record<string, NameRule>;

/** A required name, of the characters and length that IAM takes. */
export function readName(parameters: Parameters, name: keyof typeof rules): string {
  const { parameter, length } = rules[name];
  const value = textOf(parameters, name);
  if (value === undefined) throw missing(parameter);
  if (value.length > length)
    throw invalidValue(value, parameter, `Member must have length less than or equal to ${length}`);
  if (!/^[\w+=,.@-]+$/.test(value))
    throw new Fault(
      'ValidationError',
      `The specified value for ${parameter} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  return value;
}

export function readPath(parameters: Parameters): string {
  const path = textOf(parameters, 'Path') ?? '/';
  if (!/^(\/|\/[!-~]+\/)$/.test(path) || path.length > 512)
    throw new Fault(
      'ValidationError',
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    );
  return path;
}

export function required(parameters: Parameters, name: string): string {
  const value = textOf(parameters, name);
  if (value === undefined) throw missing(name.charAt(0).toLowerCase() + name.slice(1));
  return value;
}

function missing(parameter: string): Fault {
  return new Fault(
    'ValidationError',
    `1 validation error detected: Value null at '${parameter}' failed to satisfy constraint: Member must not be null`,
  );
}

/** Role names and others are told apart by their letters, whichever their case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function readDescription(parameters: Parameters): string {
  const description = textOf(parameters, 'Description') ?? '';
  if (description.length > 1000)
    throw invalidValue(description, 'description', 'Member must have length less than or equal to 1000');
  if (!/^[\t\n\r\x20-\x7E\xA1-\xFF]*$/.test(description))
    throw invalidValue(
      description,
      'description',
      'Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
    );
  return description;
}

export function readTags(parameters: Parameters, present: Readonly<Record<string, string>> = {}) {
  const given = structuresOf(parameters, 'Tags').map((tag) => [
    String(tag['Key']),
    String(tag['Value'] ?? ''),
  ]);
  const keys = given.map(([key = '']) => key);
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    throw new Fault('InvalidInput', 'System tags cannot be added/updated by the requester.');
  if (new Set(keys.map((key) => key.toLowerCase())).size < keys.length)
    throw new Fault(
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  if (given.length > 50)
    throw invalidValue(keys.join(', '), 'tags', 'Member must have length less than or equal to 50');
  const all: Record<string, string> = { ...present, ...Object.fromEntries(given) };
  if (Object.keys(all).length > 50)
    throw new Fault('LimitExceeded', 'The number of tags has reached the maximum limit.');
  return all;
}
