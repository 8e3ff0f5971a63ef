import { errorNode } from './errorNode.ts';
import { type ExplorerNode, node } from './explorerNode.ts';
import { type FilterFacts, filterText, meetsFilter, type RoleFilter } from './filterRoles.ts';
import { type Grouping, groupRoles, type RoleGroup } from './groupRoles.ts';
import type { Judgements } from './judgements.ts';
import type { ListedRoles, RoleListing } from './roleListing.ts';
import { roleNode } from './roleNode.ts';

/** How the person wants the roles shown. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly filter: RoleFilter;
}

/** The rows at the top; none while nothing can be read, as the view then says why in words of its own. */
export function listingNodes(
  listing: RoleListing,
  { grouping, filter }: Arrangement,
  facts: FilterFacts,
  judgements: ReadonlyMap<string, Judgements>,
): readonly ExplorerNode[] {
  if (listing.kind === 'unavailable') return [];
  if (listing.kind === 'failed') return [errorNode('list', 'roles', listing.error)];
  const shown = listing.roles.filter((role) => meetsFilter(role, filter, facts));
  const groups = groupRoles(shown, grouping);
  const rows = groups.map((group, index) =>
    groupNode(group, grouping, index === 0 || groups.length === 1, judgements),
  );
  return [...rows, ...restNodes(listing), ...(rows.length === 0 ? emptyNodes(listing, filter) : [])];
}

function groupNode(
  { id, label, icon, roles }: RoleGroup,
  grouping: Grouping,
  startsOpen: boolean,
  judgements: ReadonlyMap<string, Judgements>,
): ExplorerNode {
  const count = roles.length === 1 ? '1 role' : `${roles.length} roles`;
  return node({
    id: `group ${grouping} ${id}`,
    label,
    description: String(roles.length),
    tooltip: `${label}: ${count}`,
    spoken: `${label}, ${count}`,
    icon,
    flags: ['group'],
    children: roles.map((listed) =>
      roleNode(listed, `${grouping} ${id}`, grouping, judgements.get(listed.role.name)),
    ),
    ...(startsOpen && { startsOpen }),
  });
}

/** What stands for the roles that are not read yet. */
function restNodes({ rest, roles }: ListedRoles): readonly ExplorerNode[] {
  const soFar = `${roles.length} so far`;
  if (rest === 'none') return [];
  if (rest === 'reading')
    return [
      node({
        id: 'rest',
        label: 'Reading more roles…',
        description: soFar,
        icon: 'loading~spin',
        flags: ['reading'],
      }),
    ];
  if (rest === 'paused')
    return [
      node({
        id: 'rest',
        label: 'More roles',
        description: `${soFar}; press Enter to read on`,
        icon: 'ellipsis',
        opens: { kind: 'more' },
      }),
    ];
  const failed = errorNode('rest', 'further roles', rest.error);
  return [failed.opens === undefined ? { ...failed, opens: { kind: 'more' } } : failed];
}

function emptyNodes({ rest, roles }: ListedRoles, filter: RoleFilter): readonly ExplorerNode[] {
  if (rest !== 'none') return [];
  if (roles.length === 0)
    return [
      node({
        id: 'empty',
        label: 'The account has no roles',
        description: 'press Enter to create one',
        icon: 'info',
        opens: { kind: 'new role' },
      }),
    ];
  return [
    node({
      id: 'empty',
      label: `None of ${roles.length} roles meets the filter`,
      description: filterText(filter),
      icon: 'filter',
    }),
  ];
}
