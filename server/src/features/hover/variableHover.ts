import type { Catalog } from '../../catalog/catalog.ts';
import { isEscape, policyVariables } from '../../policy/policyVariable.ts';
import { conditionKeyHover } from './conditionHover.ts';
import { code, paragraphs } from './markdown.ts';

export interface HoverPart {
  readonly markdown: string;
  /** Indexes of the text it belongs to. */
  readonly from: number;
  readonly to: number;
}

/** The policy variable at an index of a text. */
export function variableHover(text: string, index: number, catalog: Catalog): HoverPart | undefined {
  const variable = policyVariables(text).find(({ from, to }) => from <= index && index <= to);
  if (variable === undefined) return undefined;
  const { from, to, name, fallback } = variable;
  if (isEscape(variable)) {
    return { from, to, markdown: `**Escape**: stands for the character ${code(name)} itself.` };
  }
  const key = conditionKeyHover(name, catalog);
  const markdown = paragraphs(
    `**Policy variable**: replaced by the value of ${code(name)} in the request.`,
    fallback === undefined ? undefined : `When the request has none: ${code(fallback)}.`,
    key,
  );
  return { from, to, markdown };
}
