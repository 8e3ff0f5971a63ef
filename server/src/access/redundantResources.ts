import { policyVariables } from '../policy/policyVariable.ts';
import { type Redundancy, redundantPatterns } from './redundant.ts';

const firstSymbol = 0xe000;

/**
 * The ARN patterns of a list that repeat or lie within another, as Access Analyzer finds them: `*` reaches across
 * the fields of an ARN. Letter case counts. A policy variable is taken for an unknown text that only `*` includes.
 */
export function redundantResources(arns: readonly string[]): Redundancy[] {
  if (!arns.some((arn) => arn.includes('${'))) return redundantPatterns(arns);
  const symbols = new Map<string, string>();
  // One symbol stands for a variable of any length; `?` is made a plain letter, lest it match the symbol.
  const symbolOf = (text: string): string => {
    const known = symbols.get(text) ?? String.fromCharCode(firstSymbol + symbols.size);
    symbols.set(text, known);
    return known;
  };
  return redundantPatterns(arns.map((arn) => withSymbols(arn, symbolOf).replaceAll('?', symbolOf('?'))));
}

function withSymbols(arn: string, symbolOf: (text: string) => string): string {
  let text = '';
  let end = 0;
  for (const { from, to } of policyVariables(arn)) {
    text += arn.slice(end, from) + symbolOf(arn.slice(from, to).toLowerCase());
    end = to;
  }
  return text + arn.slice(end);
}
