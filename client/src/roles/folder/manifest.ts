import type { Tags } from '../awsApi.ts';
import { isInFolder } from './fileNames.ts';

/** The file in a folder that says which role it holds. */
export const manifestName = 'iam-role.json';

/** What the file holds: all of a role but its documents, which stand in files of their own beside it. */
export interface RoleManifest {
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: string;
  readonly tags: Tags;
  /** Paths from the manifest's folder on. */
  readonly trustPolicy: string;
  readonly inlinePolicies: readonly { readonly name: string; readonly file: string }[];
  readonly attachedPolicies: readonly { readonly arn: string; readonly file?: string }[];
}

type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === 'string';
const matches =
  (pattern: RegExp): Is =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isFile: Is = (value) => typeof value === 'string' && isInFolder(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (isItem: (item: Readonly<Record<string, unknown>>) => boolean): Is =>
  (value) =>
    Array.isArray(value) && value.every((item) => isRecord(item) && isItem(item));
const isArn = matches(/^arn:[\w-]+:iam::(?:\d{12}|aws):policy\/\S+$/);

/** Each member with what it must be, as the end of a sentence. */
const members: Readonly<Record<keyof RoleManifest, readonly [Is, string]>> = {
  account: [matches(/^\d{12}$/), 'a text of 12 digits'],
  name: [matches(/^[\w+=,.@-]{1,64}$/), 'the name of a role'],
  path: [matches(/^\/(?:[!-~]+\/)?$/), 'a text that begins and ends with a slash'],
  description: [isText, 'a text'],
  maxSessionDuration: [
    (value) => Number.isInteger(value) && Number(value) >= 3600 && Number(value) <= 43200,
    'a number of seconds from 3600 to 43200',
  ],
  permissionsBoundary: [(value) => value === undefined || isArn(value), 'the ARN of a managed policy'],
  tags: [
    (value) => isRecord(value) && Object.values(value).every(isText),
    'an object with a text for each key',
  ],
  trustPolicy: [isFile, 'the path of a file in this folder'],
  inlinePolicies: [
    listOf(({ name, file }) => isText(name) && name !== '' && isFile(file)),
    'a list of objects with the name of a policy and its file in this folder',
  ],
  attachedPolicies: [
    listOf(({ arn, file }) => isArn(arn) && (file === undefined || isFile(file))),
    'a list of objects with the ARN of a managed policy and, for one of your own, its file in this folder',
  ],
};

/** Throws an `Error` that says what is wrong with the text. */
export function readManifest(text: string): RoleManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${manifestName} is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
  if (!isRecord(value)) throw new Error(`${manifestName} has to be a JSON object.`);
  for (const [name, [is, expected]] of Object.entries(members))
    if (!is(value[name])) throw new Error(`“${name}” in ${manifestName} has to be ${expected}.`);
  const unknown = Object.keys(value).find((name) => !(name in members) && name !== '$schema');
  if (unknown !== undefined)
    throw new Error(
      `${manifestName} has “${unknown}”, which means nothing there. Remove it, or correct its name.`,
    );
  return value as unknown as RoleManifest;
}
