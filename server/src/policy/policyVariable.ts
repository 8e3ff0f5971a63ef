/** A policy variable in a text. Source: IAM User Guide, Variables and tags (reference_policies_variables.html). */
export interface PolicyVariable {
  /** Where it stands in the text, `${` and `}` included; `to` is the text's end when the brace is missing. */
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
  /** Between `${` and the comma or `}`, as written. */
  readonly name: string;
  /** As written behind the comma, without the spaces around it; undefined when there is none. */
  readonly fallback: string | undefined;
}

/** `${*}`, `${?}` and `${$}` stand for the characters themselves and are no variables. */
export function isEscape(variable: PolicyVariable): boolean {
  return /^[*?$]$/.test(variable.name) && variable.fallback === undefined;
}

/** All `${…}` of a text, in order. */
export function policyVariables(text: string): PolicyVariable[] {
  const found: PolicyVariable[] = [];
  let end = text.indexOf('}');
  for (let from = text.indexOf('${'); from >= 0; ) {
    if (end >= 0 && end < from) end = text.indexOf('}', from);
    const next = text.indexOf('${', from + 2);
    const closed = end >= 0 && (next < 0 || end < next);
    const to = closed ? end + 1 : next < 0 ? text.length : next;
    found.push(readVariable(text.slice(from + 2, closed ? end : to), from, to, closed));
    from = next;
  }
  return found;
}

function readVariable(inner: string, from: number, to: number, closed: boolean): PolicyVariable {
  const comma = inner.indexOf(',');
  if (comma < 0) return { from, to, closed, name: inner, fallback: undefined };
  return { from, to, closed, name: inner.slice(0, comma), fallback: inner.slice(comma + 1).trim() };
}
