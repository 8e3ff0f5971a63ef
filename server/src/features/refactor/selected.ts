import type { Statement } from '../../policy/model.ts';
import type { Span } from '../../syntax/node.ts';
import { parseJson } from '../../syntax/parseJson.ts';
import type { SyntaxProblem } from '../../syntax/syntaxProblem.ts';
import type { Selection } from './refactorItem.ts';

/** The statements that the selection touches. */
export function selectedStatements({ detected, span }: Selection): readonly Statement[] {
  return detected.policy.statements.filter(({ node }) => touches(node, span));
}

/** The one statement that the selection is in. */
export function selectedStatement(selection: Selection): Statement | undefined {
  const [only, ...others] = selectedStatements(selection);
  return others.length === 0 ? only : undefined;
}

/** Whether two spans share a place, their ends included. */
export function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Whether a policy is typed to the end, so that it can be written anew. */
export function isWhole({ file, detected: { located, policy } }: Selection): boolean {
  return ![...file.problems, ...located.problems].some(
    (problem) => breaks(problem) && touches(problem, policy.node),
  );
}

function breaks({ kind }: SyntaxProblem): boolean {
  return kind === 'syntax' || kind === 'too deep';
}

/** Whether a comment stands in a part of the document; it would be lost where the part is written anew. */
export function holdsComment({ file, detected }: Selection, { start, end }: Span): boolean {
  const problems =
    detected.located.escapes > 0
      ? detected.located.problems
      : parseJson(file.text.slice(start, end)).problems;
  return problems.some(({ kind }) => kind === 'comment');
}
