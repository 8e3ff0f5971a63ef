import { narrowsAllow } from '../../access/narrowsReach.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { arnParts } from '../../policy/arn.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { type Grant, isSweeping, isUnlimited } from './riskyGrants.ts';

const raising = new WeakMap<Catalog, ReadonlySet<string>>();

/**
 * Whether a grant alone lets its holder raise its own permissions: an action such as iam:PutRolePolicy on every
 * role, or iam:PutUserPolicy on the user who calls. Not for `*` and `iam:*`, which allow much else.
 */
export function isSelfEscalation(grant: Grant, catalog: Catalog): boolean {
  if (!raisingActions(catalog).has(grant.action) || isSweeping(grant)) return false;
  const { statement } = grant;
  return isUnlimited(grant, catalog) || (namesCaller(statement) && !narrowsAllow(statement.condition));
}

function raisingActions(catalog: Catalog): ReadonlySet<string> {
  let actions = raising.get(catalog);
  if (actions === undefined) {
    actions = new Set(
      catalog.escalationPaths.filter(({ gain }) => gain === 'self').flatMap(({ every }) => every),
    );
    raising.set(catalog, actions);
  }
  return actions;
}

/** Whether a resource of a statement is the IAM user who calls, by the policy variable for its name. */
function namesCaller({ resource: element }: Statement): boolean {
  return (element?.name === 'Resource' ? element.entries : []).some((node) => {
    const [, , service, , , resource] = arnParts(literalOf(node) ?? '');
    return service?.text === 'iam' && /^user\/(.*\/)?\$\{aws:username\}$/i.test(resource?.text ?? '');
  });
}
