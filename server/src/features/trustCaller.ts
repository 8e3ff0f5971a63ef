import type { ActionJudgement, Hindrance } from '../access/judgeAssumption.ts';
import type { PolicyDocument, PrincipalElement } from '../policy/model.ts';
import { literalOf, type ObjectNode, type StringNode } from '../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../syntax/treeEdit.ts';

/** A change of a trust policy after which it no longer stands in a caller's way. */
export interface TrustMending {
  /** An imperative. */
  readonly title: string;
  readonly edits: readonly TreeEdit[];
}

/**
 * Names the caller, or the action, where that is all that is missing. What a condition asks for is the caller's to
 * bring: a policy is never mended by dropping it. `trustedArn` is the role or user to name.
 */
export function trustCaller(
  policy: PolicyDocument,
  judged: readonly (readonly [action: string, judgement: ActionJudgement])[],
  trustedArn: string,
): TrustMending | undefined {
  const refused = judged.flatMap(([action, one]) => (one.outcome === 'refused' ? [{ action, ...one }] : []));
  const only = refused[0];
  if (only === undefined || judged.some(([, { outcome }]) => outcome === 'denied')) return undefined;
  const actions = refused.map(({ action }) => action);
  const { nearest } = only;
  if (nearest !== undefined && isOpenTo(nearest) && nearest.principal !== 'no' && !only.actionNamed)
    return { title: `Allow ${actions.join(' and ')}`, edits: addActions(nearest, actions) };
  if (nearest?.principal === 'caller' || nearest?.principal === 'account') return undefined;
  const title = `Allow ${trustedArn} to assume the role`;
  const listed = nearest !== undefined && isOpenTo(nearest) && only.actionNamed && refused.length === 1;
  const beside = listed ? addPrincipal(nearest.statement.principal, trustedArn) : [];
  const edits = beside.length > 0 ? beside : addStatement(policy, actions, trustedArn);
  return edits.length > 0 ? { title, edits } : undefined;
}

function isOpenTo({ conditions }: Hindrance): boolean {
  return conditions.every(({ holds }) => holds !== false);
}

function addActions({ statement }: Hindrance, actions: readonly string[]): TreeEdit[] {
  const value = statement.action?.value;
  if (statement.action?.name !== 'Action' || value === undefined) return [];
  if (value.kind === 'array')
    return actions.map((action) => ({ edit: 'addItem', array: value, value: action }));
  const text = literalOf(value);
  return text === undefined ? [] : [{ edit: 'replace', node: value, value: [text, ...actions] }];
}

/** Only beside other principals of type AWS: those of another type are there for a purpose of their own. */
function addPrincipal(principal: PrincipalElement | undefined, arn: string): TreeEdit[] {
  if (principal?.name !== 'Principal' || principal.entries.some(({ type }) => type !== 'AWS')) return [];
  const listed = memberOf(
    principal.value?.kind === 'object' ? principal.value : undefined,
    principal.entries[0]?.typeKey,
  );
  if (listed?.kind === 'array') return [{ edit: 'addItem', array: listed, value: arn }];
  const text = literalOf(listed);
  return listed === undefined || text === undefined
    ? []
    : [{ edit: 'replace', node: listed, value: [text, arn] }];
}

function memberOf(object: ObjectNode | undefined, key: StringNode | undefined) {
  return object?.members.find((member) => member.key === key)?.value;
}

function addStatement({ statement }: PolicyDocument, actions: readonly string[], arn: string): TreeEdit[] {
  const value = statement?.value;
  const added: JsonValue = {
    Effect: 'Allow',
    Principal: { AWS: arn },
    Action: actions.length === 1 ? (actions[0] ?? '') : actions,
  };
  return value?.kind === 'array' ? [{ edit: 'addItem', array: value, value: added }] : [];
}
