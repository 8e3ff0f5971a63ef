import { type PolicyVariable, policyVariables } from '../../policy/policyVariable.ts';
import { spanWithin } from '../../syntax/node.ts';
import type { CheckedElements, Report, StringRole } from '../check.ts';

type VariableText = CheckedElements['variableText'];

const rolesOfVariables: ReadonlySet<StringRole> = new Set<StringRole>(['Resource', 'value']);

/** Whether variables work where the string stands; elsewhere a variable is wrong whatever its form. */
export function takesVariables(role: StringRole): boolean {
  return rolesOfVariables.has(role);
}

/** A report for each variable of a text for which `sentence` has one; the variable is marked, with `${` and `}`. */
export function* reportVariables(
  { text, node }: VariableText,
  sentence: (variable: PolicyVariable, written: string) => string | undefined,
): Generator<Report> {
  for (const variable of policyVariables(text)) {
    const { from, to } = variable;
    const message = sentence(variable, text.slice(from, to));
    if (message !== undefined) yield { node, span: spanWithin(node, from, to), message };
  }
}

/** As `reportVariables`, of strings in which variables work. */
export function* reportMalformed(
  element: VariableText,
  sentence: (variable: PolicyVariable, written: string) => string | undefined,
): Generator<Report> {
  if (takesVariables(element.role)) yield* reportVariables(element, sentence);
}
