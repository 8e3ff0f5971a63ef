import type { AccessDescription, NamedPrincipal } from '../../../../server/src/protocol.ts';
import { nameOfArn } from '../../roles/arn.ts';
import type { PageInstanceProfile, PagePolicy, RolePage } from '../rolePage.ts';
import { type Column, column } from './column.ts';
import type { GraphEdge, GraphNode, RoleGraph } from './roleGraph.ts';
import { serviceGroups } from './serviceGroups.ts';

/** The most nodes of each kind, 40 in all with the role and its boundary. */
const most = {
  principals: 6,
  instanceProfiles: 3,
  policies: 7,
  services: 8,
  resources: 6,
  trustingRoles: 4,
  assumableRoles: 4,
};

const role = 'role';
const boundaryId = 'boundary';

/** The graph of a role: principals and instance profiles, the role, its policies, services, resources, further roles. */
export function graphOf(page: RolePage): RoleGraph {
  const principals = principalColumn(page.trust.principals);
  const profiles = profileColumn(page.instanceProfiles);
  const policies = policyColumn(page.policies);
  const trusting = column(page.trustingRoles, {
    prefix: 'trusting',
    most: most.trustingRoles,
    rest: 'more roles',
    textOf: (arn) => chainedRole('Role that trusts it', arn),
  });
  const reach = reachOf(page, policies);
  const has = (to: string, label: string): GraphEdge => ({ from: role, to, label, conditional: false });
  return {
    title: `Role ${page.name}`,
    nodes: [
      ...principals.nodes,
      ...profiles.nodes,
      roleNode(page),
      ...policies.nodes,
      ...boundaryNodes(page.boundary),
      ...trusting.nodes,
      ...reach.nodes,
    ],
    edges: once([
      ...page.trust.principals.map((one) => assumes(principals.idOf(one), one)),
      ...page.instanceProfiles.map((one) => contains(profiles.idOf(one))),
      ...page.policies.map((one) =>
        has(policies.idOf(one), one.kind === 'inline policy' ? 'contains' : 'has'),
      ),
      ...(page.boundary === undefined ? [] : [has(boundaryId, 'is limited by')]),
      ...page.trustingRoles.map((one) => has(trusting.idOf(one), 'is trusted by')),
      ...reach.edges,
    ]),
  };
}

function roleNode({ name, origin, facts }: RolePage): GraphNode {
  const arn = facts.find(({ label }) => label === 'ARN')?.values[0] ?? name;
  return { id: role, kind: 'role', caption: 'Role', title: name, detail: origin, about: `${arn}, ${origin}` };
}

function assumes(from: string, { conditional }: NamedPrincipal): GraphEdge {
  return { from, to: role, label: conditional ? 'may assume under conditions' : 'may assume', conditional };
}

function contains(from: string): GraphEdge {
  return { from, to: role, label: 'contains', conditional: false };
}

const principalCaptions: Readonly<Record<NamedPrincipal['type'], string>> = {
  everyone: 'Anyone',
  AWS: 'AWS principal',
  Service: 'AWS service',
  Federated: 'Federated identities',
  CanonicalUser: 'Canonical user',
  other: 'Principal',
};

function principalColumn(principals: readonly NamedPrincipal[]): Column<NamedPrincipal> {
  return column(principals, {
    prefix: 'principal',
    most: most.principals,
    rest: 'more principals',
    textOf: ({ type, name, phrase, conditional }) => ({
      kind: 'principal',
      caption: principalCaptions[type],
      title: phrase,
      detail: conditional ? 'under conditions' : '',
      about: `${phrase} (${name})${conditional ? ', under conditions' : ''}`,
    }),
  });
}

function profileColumn(profiles: readonly PageInstanceProfile[]): Column<PageInstanceProfile> {
  return column(profiles, {
    prefix: 'profile',
    most: most.instanceProfiles,
    rest: 'more instance profiles',
    textOf: ({ name, instances }) => ({
      kind: 'instanceProfile',
      caption: 'Instance profile',
      title: name,
      detail: instances.length === 1 ? '1 instance' : `${instances.length} instances`,
      about: [name, ...instances].join(', '),
    }),
  });
}

function policyColumn(policies: readonly PagePolicy[]): Column<PagePolicy> {
  return column(policies, {
    prefix: 'policy',
    most: most.policies,
    rest: 'more policies',
    textOf: (policy) => ({ kind: 'policy', caption: captionOf(policy), ...policyText(policy) }),
  });
}

function captionOf({ kind }: PagePolicy): string {
  return kind.replace(/^./, (first) => first.toUpperCase());
}

function policyText({ name, detail, sentences, findings }: PagePolicy) {
  const count = findings.length;
  return {
    title: name,
    detail: count === 0 ? '' : `${count} ${count === 1 ? 'finding' : 'findings'}`,
    about: [detail === '' ? name : detail, ...sentences].join(' '),
  };
}

function boundaryNodes(boundary: PagePolicy | undefined): readonly GraphNode[] {
  if (boundary === undefined) return [];
  return [{ id: boundaryId, kind: 'boundary', caption: 'Permissions boundary', ...policyText(boundary) }];
}

function chainedRole(caption: string, arn: string) {
  const [, , , , account = ''] = arn.split(':');
  const title = arn === '*' ? 'any role' : nameOfArn(arn);
  return {
    kind: 'chainedRole',
    caption,
    title,
    detail: account === '' ? '' : `account ${account}`,
    about: arn,
  } as const;
}

/** What the policies lead to: services with their resources, and roles that may be assumed. */
function reachOf({ access, policies }: RolePage, policyNodes: Column<PagePolicy>): Omit<RoleGraph, 'title'> {
  const groups = serviceGroups(access, most.services);
  const services = column(groups, {
    prefix: 'service',
    most: most.services,
    rest: 'more services',
    textOf: ({ text }) => text,
  });
  const names = [...new Set(groups.flatMap(({ resources }) => resources))];
  const resources = column(names, {
    prefix: 'resource',
    most: most.resources,
    rest: 'more resources',
    textOf: (name) => ({
      kind: 'resource',
      caption: 'Resource',
      title: lastParts(name),
      detail: '',
      about: name,
    }),
  });
  const roles = assumableColumn(access);
  const from = (
    positions: readonly number[],
    to: string,
    label: string,
    conditional: boolean,
  ): readonly GraphEdge[] =>
    positions.flatMap((position) => {
      const policy = policies[position];
      return policy === undefined ? [] : [{ from: policyNodes.idOf(policy), to, label, conditional }];
    });
  return {
    nodes: [...services.nodes, ...resources.nodes, ...roles.nodes],
    edges: [
      ...groups.flatMap((group) => from(group.policies, services.idOf(group), 'allows', group.conditional)),
      ...groups.flatMap((group) =>
        group.resources.map((name) => ({
          from: services.idOf(group),
          to: resources.idOf(name),
          label: 'on',
          conditional: false,
        })),
      ),
      ...access.assumableRoles.flatMap((one) =>
        from(one.policies, roles.idOf(one), 'allows to assume', false),
      ),
    ],
  };
}

function assumableColumn({
  assumableRoles,
}: AccessDescription): Column<AccessDescription['assumableRoles'][number]> {
  return column(assumableRoles, {
    prefix: 'assumable',
    most: most.assumableRoles,
    rest: 'more roles',
    textOf: ({ resource }) => chainedRole('Role it may assume', resource),
  });
}

/** Of an ARN what tells it from others. */
function lastParts(name: string): string {
  const parts = name.split(':');
  return parts[0] === 'arn' && parts.length >= 6 ? `${parts[2]}: ${parts.slice(5).join(':')}` : name;
}

/** Several things can share a node, and then the edges to it are one; it is under conditions if all are. */
function once(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const found = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    const before = found.get(key);
    if (before === undefined || before.conditional) found.set(key, edge);
  }
  return [...found.values()];
}
