import type { ListedRole } from './listedRole.ts';
import { trusteesOf } from './trustees.ts';

/** Roles are shown that meet all of it. */
export interface RoleFilter {
  /** In the name, whatever its case. */
  readonly name?: string;
  /** In the principal of a service that may assume the role, such as `ec2`. */
  readonly service?: string;
  /** A key, or `key=value`. */
  readonly tag?: string;
  /** Not used for so many days, and not newer than that. */
  readonly unusedDays?: number;
  readonly withFindings?: true;
}

export type FilterKind = keyof RoleFilter;

/** Whether the filter asks for what ListRoles does not give. */
export function needsDetails({ tag, unusedDays, withFindings }: RoleFilter): boolean {
  return tag !== undefined || unusedDays !== undefined || withFindings !== undefined;
}

/** What is known of roles beside the list. */
export interface FilterFacts {
  readonly now: Date;
  hasFindings(roleName: string): boolean;
}

type Condition<Kind extends FilterKind> = (
  listed: ListedRole,
  wanted: NonNullable<RoleFilter[Kind]>,
  facts: FilterFacts,
) => boolean;

const conditions: { readonly [Kind in FilterKind]: Condition<Kind> } = {
  name: ({ role }, name) => has(role.name, name),
  service: ({ role }, service) => trusteesOf(role.trustPolicy).services.some((one) => has(one, service)),
  tag({ role: { tags } }, tag) {
    const [key = '', ...values] = tag.split('=');
    return values.length === 0 ? Object.hasOwn(tags, key) : tags[key] === values.join('=');
  },
  unusedDays({ role: { created, lastUsed } }, days, { now }) {
    return now.getTime() - (lastUsed?.date ?? created).getTime() >= days * 86_400_000;
  },
  withFindings: ({ role }, _wanted, { hasFindings }) => hasFindings(role.name),
};

export function meetsFilter(listed: ListedRole, filter: RoleFilter, facts: FilterFacts): boolean {
  const meets = <Kind extends FilterKind>(kind: Kind) => {
    const wanted = filter[kind];
    return wanted === undefined || conditions[kind](listed, wanted, facts);
  };
  return (Object.keys(conditions) as FilterKind[]).every(meets);
}

/** In words; empty where everything is shown. */
export function filterText({ name, service, tag, unusedDays, withFindings }: RoleFilter): string {
  return [
    name === undefined ? '' : `name has “${name}”`,
    service === undefined ? '' : `for service “${service}”`,
    tag === undefined ? '' : `tag ${tag}`,
    unusedDays === undefined ? '' : `unused for ${unusedDays} days`,
    withFindings === undefined ? '' : 'with findings',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function has(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
