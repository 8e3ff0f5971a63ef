import { isServiceLinked } from '../steps/onRole.ts';
import type { ListedRole } from './listedRole.ts';
import { plainLine } from './plainLine.ts';
import { trusteesOf } from './trustees.ts';

/** Whether roles stand together by their path, or by who may assume them. */
export type Grouping = 'path' | 'trustees';

export interface RoleGroup {
  readonly id: string;
  readonly label: string;
  /** Name of a product icon. */
  readonly icon: string;
  /** By name. */
  readonly roles: readonly ListedRole[];
}

interface GroupKey extends Omit<RoleGroup, 'roles'> {
  /** Where the group stands. */
  readonly order: string;
}

const serviceLinked: GroupKey = {
  id: 'service-linked',
  label: 'Service-Linked Roles',
  icon: 'link',
  order: '9',
};

const byTrustee = {
  services: { id: 'services', label: 'AWS Services', icon: 'server-process', order: '1' },
  accounts: { id: 'accounts', label: 'AWS Accounts', icon: 'organization', order: '2' },
  providers: { id: 'providers', label: 'Federated Identities', icon: 'globe', order: '3' },
  nobody: { id: 'nobody', label: 'Nobody', icon: 'circle-slash', order: '4' },
} as const satisfies Record<string, GroupKey>;

const keysOf: Readonly<Record<Grouping, (role: ListedRole) => readonly GroupKey[]>> = {
  path: ({ role: { path } }) => [
    { id: `path ${path}`, label: plainLine(path), icon: 'symbol-folder', order: `1${path}` },
  ],
  trustees({ role }) {
    const trustees = trusteesOf(role.trustPolicy);
    const kinds = (['services', 'accounts', 'providers'] as const).filter(
      (kind) => trustees[kind].length > 0,
    );
    return kinds.length === 0 ? [byTrustee.nobody] : kinds.map((kind) => byTrustee[kind]);
  },
};

/** A role that several kinds may assume stands in the group of each; service-linked roles stand apart, at the end. */
export function groupRoles(roles: readonly ListedRole[], grouping: Grouping): readonly RoleGroup[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly roles: ListedRole[] }>();
  for (const listed of roles)
    for (const key of isServiceLinked(listed.role) ? [serviceLinked] : keysOf[grouping](listed)) {
      const group = groups.get(key.id) ?? { key, roles: [] };
      groups.set(key.id, group);
      group.roles.push(listed);
    }
  return [...groups.values()]
    .sort((one, other) => compare(one.key.order, other.key.order))
    .map(({ key: { id, label, icon }, roles: members }) => ({
      id,
      label,
      icon,
      roles: members.sort((one, other) => compare(sortName(one), sortName(other))),
    }));
}

function sortName({ role }: ListedRole): string {
  return role.name.toLowerCase();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
