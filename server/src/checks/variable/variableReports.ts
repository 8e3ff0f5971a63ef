import { type PolicyVariable, policyVariables } from '../../policy/policyVariable.ts';
import { type StringNode, spanWithin } from '../../syntax/node.ts';
import type { CheckedElements, Fix, Reporter, StringRole } from '../check.ts';

type VariableText = CheckedElements['variableText'];

const rolesOfVariables: ReadonlySet<StringRole> = new Set<StringRole>(['Resource', 'value']);

/** Whether variables work where the string stands; elsewhere a variable is wrong whatever its form. */
export function takesVariables(role: StringRole): boolean {
  return rolesOfVariables.has(role);
}

type Sentence = (variable: PolicyVariable, written: string) => string | undefined;

/** What to write in the place of a variable. */
export interface Mended {
  readonly text: string;
  readonly safe: boolean;
}
type Mend = (variable: PolicyVariable, written: string) => Mended | undefined;

/**
 * Reports each variable of a text for which `sentence` has one; the variable is marked, with `${` and `}`.
 * `mend` is asked for the fix.
 */
export function reportVariables(
  report: Reporter,
  { text, node }: VariableText,
  sentence: Sentence,
  mend: Mend = () => undefined,
): void {
  for (const variable of policyVariables(text)) {
    const { from, to } = variable;
    const message = sentence(variable, text.slice(from, to));
    if (message === undefined) continue;
    const fixes = () => changeTo(mend(variable, text.slice(from, to)), node, variable);
    report({ node, span: spanWithin(node, from, to), message, fixes });
  }
}

/** As `reportVariables`, of strings in which variables work. */
export function reportMalformed(
  report: Reporter,
  element: VariableText,
  sentence: Sentence,
  mend?: Mend,
): void {
  if (takesVariables(element.role)) reportVariables(report, element, sentence, mend);
}

/** A variable as IAM writes it, `fallback` with its quotes. */
export function writeVariable(name: string, fallback: string | undefined): string {
  return fallback === undefined ? `\${${name}}` : `\${${name}, ${fallback}}`;
}

function changeTo(mended: Mended | undefined, node: StringNode, { from, to }: PolicyVariable): Fix[] {
  if (mended === undefined) return [];
  const { text, safe } = mended;
  const title = text === '' ? 'Remove the policy variable' : `Change to ${text}`;
  return [{ title, edits: [{ edit: 'replaceText', node, from, to, text }], safe }];
}
