import type { Node } from '../../syntax/node.ts';
import type { Fix } from '../check.ts';

/** A Sid of letters and digits only, a capital letter where something was left out before it. */
export function plainSid(text: string): string {
  return text.replace(/[^A-Za-z0-9]+(.?)/g, (_, next: string, at: number) =>
    at === 0 ? next : next.toUpperCase(),
  );
}

/** The Sid, or with the first number that makes it one that no statement has. */
export function freeSid(sid: string, taken: ReadonlySet<string>): string {
  const stem = sid.replace(/\d+$/, '');
  let free = sid;
  for (let number = 2; taken.has(free); number++) free = `${stem}${number}`;
  return free;
}

/** Fixes that write another Sid, where there is one, or do without; `safe` where AWS refuses the Sid as it is. */
export function sidFixes(node: Node, other: string, safe: boolean): Fix[] {
  const removal: Fix = { title: 'Remove the Sid', edits: [{ edit: 'remove', node }], safe: false };
  if (other === '') return [removal];
  return [{ title: `Change to ${other}`, edits: [{ edit: 'replace', node, value: other }], safe }, removal];
}
