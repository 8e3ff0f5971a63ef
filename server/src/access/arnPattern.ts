import { arnParts } from '../policy/arn.ts';

/** Service and resource of an ARN as patterns, in lower case, as Access Analyzer takes them. */
export interface ArnPattern {
  readonly service: string;
  readonly resource: string;
}

export const anything: ArnPattern = { service: '*', resource: '*' };
const variable = /\$\{[^}]*\}?/g;

/** `*` for a text of any ARN; undefined for what is no whole ARN. A variable may be any text. */
export function writtenPattern(text: string): ArnPattern | undefined {
  if (/^\*+$/.test(text)) return anything;
  const [prefix, , service, , , resource] = arnParts(text);
  if (prefix?.text !== 'arn' || service === undefined || resource === undefined) return undefined;
  return {
    service: service.text.toLowerCase(),
    resource: resource.text.replace(variable, '*').toLowerCase(),
  };
}
