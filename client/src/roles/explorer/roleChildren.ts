import { accountOfArn, isAwsManaged, nameOfArn } from '../arn.ts';
import type { AttachedPolicy, Role, Tags } from '../awsApi.ts';
import { isServiceLinked } from '../steps/onRole.ts';
import { errorNode } from './errorNode.ts';
import { type ExplorerNode, node } from './explorerNode.ts';
import { countsText, totalOf } from './findingCounts.ts';
import { type Judgements, policyKey } from './judgements.ts';
import { plainLine } from './plainLine.ts';
import type { Outcome, RoleParts } from './roleParts.ts';
import { trusteesOf, trusteesText } from './trustees.ts';

/** The role that rows are of. */
interface Owner {
  /** Of the role's own row. */
  readonly id: string;
  readonly roleArn: string;
  /** Whether it is one that may be changed, for menus. */
  readonly changes: 'own' | 'serviceLinked';
}

/** The rows below a role: what was read, and what could not be, each in its place. */
export function roleChildren(
  parent: ExplorerNode,
  listed: Role,
  parts: RoleParts,
  judgements: Judgements | undefined,
): readonly ExplorerNode[] {
  if ('value' in parts.role && parts.role.value === undefined)
    return [
      node({
        id: `${parent.id} gone`,
        label: 'AWS has this role no more',
        description: 'refresh the list',
        icon: 'trash',
      }),
    ];
  const role = 'value' in parts.role ? (parts.role.value ?? listed) : listed;
  const changes = isServiceLinked(role) ? 'serviceLinked' : 'own';
  const owner: Owner = { id: parent.id, roleArn: listed.arn, changes };
  return [
    trustNode(owner, role, judgements),
    list(owner, 'attachedPolicies', 'Attached Policies', 'shield', parts.attached, attachedNode),
    list(owner, 'inlinePolicies', 'Inline Policies', 'symbol-namespace', parts.inline, (of, name) =>
      inlineNode(of, name, judgements),
    ),
    ...ofRole(owner, parts.role),
    list(owner, 'instanceProfiles', 'Instance Profiles', 'vm', parts.instanceProfiles, (of, profile) =>
      node({
        id: `${of.id} instance profile ${profile.name}`,
        label: plainLine(profile.name),
        tooltip: profile.arn,
        icon: 'vm',
        flags: ['instanceProfile'],
        roleArn: of.roleArn,
      }),
    ),
  ];
}

function trustNode(owner: Owner, { trustPolicy }: Role, judgements: Judgements | undefined): ExplorerNode {
  const account = accountOfArn(owner.roleArn);
  return policyNode(owner, 'trustPolicy', { kind: 'trust', roleName: nameOfArn(owner.roleArn) }, judgements, {
    label: 'Trust Policy',
    description: plainLine(trusteesText(trusteesOf(trustPolicy), account)),
    icon: 'key',
  });
}

function inlineNode(owner: Owner, name: string, judgements: Judgements | undefined): ExplorerNode {
  return policyNode(
    owner,
    'inlinePolicy',
    { kind: 'inline', roleName: nameOfArn(owner.roleArn), policyName: name },
    judgements,
    {
      label: plainLine(name),
      icon: 'json',
    },
  );
}

function attachedNode(owner: Owner, { name, arn }: AttachedPolicy): ExplorerNode {
  return policyNode(owner, 'attachedPolicy', { kind: 'managed', policyArn: arn }, undefined, {
    label: plainLine(name),
    description: isAwsManaged(arn) ? 'AWS managed' : 'customer managed',
    tooltip: arn,
    icon: 'shield',
  });
}

function policyNode(
  { id, roleArn, changes }: Owner,
  flag: string,
  policy: NonNullable<ExplorerNode['policy']>,
  judgements: Judgements | undefined,
  shown: Pick<ExplorerNode, 'label' | 'icon'> & Partial<ExplorerNode>,
): ExplorerNode {
  const judged = judgements?.get(policyKey(policy));
  const findings = judged !== undefined && 'value' in judged ? judged.value : undefined;
  const found = findings && totalOf(findings) > 0 ? countsText(findings) : '';
  const failed = judged !== undefined && 'error' in judged ? 'cannot be read' : '';
  const description = [shown.description ?? '', found, failed].filter((part) => part !== '').join(', ');
  return node({
    ...shown,
    id: `${id} ${flag} ${policyKey(policy)}`,
    description,
    flags: ['policy', flag, changes],
    roleArn,
    policy,
    ...(findings !== undefined && { findings }),
  });
}

/** What comes with the role itself. */
function ofRole(owner: Owner, outcome: Outcome<Role | undefined>): readonly ExplorerNode[] {
  if ('error' in outcome) return [errorNode(`${owner.id} role`, 'role’s tags and last use', outcome.error)];
  const role = outcome.value;
  if (role === undefined) return [];
  const { permissionsBoundary: boundary, tags, lastUsed, description } = role;
  return [
    ...(boundary === undefined
      ? []
      : [
          policyNode(owner, 'boundary', { kind: 'managed', policyArn: boundary }, undefined, {
            label: 'Permissions Boundary',
            description: plainLine(nameOfArn(boundary)),
            tooltip: boundary,
            icon: 'circle-slash',
          }),
        ]),
    tagsNode(owner, tags),
    ...(description === ''
      ? []
      : [
          node({
            id: `${owner.id} description`,
            label: 'Description',
            description: plainLine(description),
            tooltip: plainLine(description, 1000),
            icon: 'note',
          }),
        ]),
    node({
      id: `${owner.id} last used`,
      label: 'Last Used',
      description: usedText(lastUsed),
      icon: 'history',
    }),
  ];
}

/** AWS keeps the last use of 400 days. https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html */
function usedText(lastUsed: Role['lastUsed']): string {
  if (lastUsed === undefined) return 'not in the last 400 days';
  const { date, region } = lastUsed;
  return `${date.toISOString().slice(0, 10)}${region === undefined ? '' : ` in ${region}`}`;
}

function tagsNode(owner: Owner, tags: Tags): ExplorerNode {
  return list(owner, 'tags', 'Tags', 'tag', { value: Object.entries(tags) }, ({ id }, [key, value]) =>
    node({
      id: `${id} tag ${key}`,
      label: plainLine(key),
      description: plainLine(value),
      tooltip: `${plainLine(key, 1000)} = ${plainLine(value, 1000)}`,
      icon: 'tag',
      flags: ['tag'],
    }),
  );
}

/** A heading with the number of what stands below it, or what kept it from being read. */
function list<Item>(
  owner: Owner,
  flag: string,
  label: string,
  icon: string,
  outcome: Outcome<readonly Item[]>,
  nodeOf: (owner: Owner, item: Item) => ExplorerNode,
): ExplorerNode {
  const id = `${owner.id} ${flag}`;
  if ('error' in outcome) return errorNode(id, label.toLowerCase(), outcome.error);
  const children = outcome.value.map((item) => nodeOf(owner, item));
  return node({
    id,
    label,
    description: children.length === 0 ? 'none' : String(children.length),
    icon,
    flags: [flag, owner.changes],
    children: children.length === 0 ? undefined : children,
    roleArn: owner.roleArn,
  });
}
