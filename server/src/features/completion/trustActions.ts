import type { Action, Catalog } from '../../catalog/catalog.ts';
import { findServicePrincipal } from '../../catalog/findServicePrincipal.ts';
import type { Statement } from '../../policy/model.ts';
import { type Principal, parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf } from '../../syntax/node.ts';
import { actionProposal } from './actions.ts';
import type { Proposals } from './completionItem.ts';
import type { StatementSite } from './site.ts';

/** The actions on roles, which are all a trust policy can hold; first those the statement's principals take. */
export function trustActions({ catalog, statement }: StatementSite): Proposals {
  const fitting = fittingActions(statement, catalog);
  const rank = ({ name }: Action) => {
    const place = fitting.indexOf(`sts:${name}`);
    if (place >= 0) return place;
    return fitting.length + (name.startsWith('AssumeRole') ? 1 : 0);
  };
  const actions = roleActions(catalog).toSorted((one, other) => rank(one) - rank(other));
  return { proposals: actions.map(actionProposal) };
}

/** The actions of STS that work on a role. */
export function roleActions(catalog: Catalog): readonly Action[] {
  const actions = [...(catalog.service('sts')?.actions.values() ?? [])];
  return actions.filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === 'role'));
}

function fittingActions(statement: Statement, catalog: Catalog): readonly string[] {
  const found = principalsOf(statement).flatMap((principal) => actionsOf(principal, catalog));
  return found.length > 0 ? [...new Set(found)] : ['sts:AssumeRole'];
}

/** What a statement's principals are, as far as they are complete. */
export function principalsOf({ principal }: Statement): readonly Principal[] {
  return (principal?.entries ?? []).flatMap(({ type, node }) => {
    const text = literalOf(node);
    return (type !== undefined && text !== undefined && parsePrincipal(type, text)) || [];
  });
}

function actionsOf(principal: Principal, catalog: Catalog): readonly string[] {
  switch (principal.kind) {
    case 'samlProvider':
      return ['sts:AssumeRoleWithSAML'];
    case 'oidcProvider':
    case 'builtInProvider':
      return ['sts:AssumeRoleWithWebIdentity'];
    case 'service':
      return findServicePrincipal(catalog, principal.name)?.principal.trustActions ?? ['sts:AssumeRole'];
    default:
      return ['sts:AssumeRole'];
  }
}
