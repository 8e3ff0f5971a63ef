import { hasWildcard } from '../../policy/wildcard.ts';
import type { CheckedElements } from '../check.ts';

/** Whether a value of the key, in lower case, lacks the form. A pattern or a policy variable may stand for it. */
export function isNoVpcIdentifier(
  { text, condition }: CheckedElements['value'],
  key: string,
  form: RegExp,
): boolean {
  const { operator } = condition.block;
  if (operator?.family !== 'String' || condition.name?.toLowerCase() !== key) return false;
  return !(text.includes('${') || (operator.wildcards && hasWildcard(text)) || form.test(text));
}
