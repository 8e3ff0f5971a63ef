import type { ConditionKey } from './catalog.ts';

/** A documented key with a part the author fills in, such as `aws:ResourceTag/${TagKey}`, in lower case. */
interface KeyTemplate {
  readonly head: string;
  readonly tail: string;
  readonly name: string;
}

/** AWS's documentation marks the part to be filled in as `${TagKey}`, `<key>`, or a plain `tag-key` or nothing at the end. */
const placeholder = /\$\{[^}]+\}|<[^>]+>|(?<=\/)(?:tag-key)?$/;

const templatesOf = new WeakMap<ReadonlyMap<string, ConditionKey>, readonly KeyTemplate[]>();

/**
 * The documented key that `name`, in lower case, is one of: itself, or a key with a placeholder that `name`
 * fills in. Where several fit, the one that leaves the least to be filled in, and of those one that says what.
 */
export function matchConditionKey<Key extends ConditionKey>(
  keys: ReadonlyMap<string, Key>,
  name: string,
): Key | undefined {
  const key = keys.get(name);
  if (key !== undefined) return key;
  const template = templates(keys).find(({ head, tail }) => fills(name, head, tail));
  return template && keys.get(template.name);
}

function fills(name: string, head: string, tail: string): boolean {
  return name.length > head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

function given({ head, tail }: KeyTemplate): number {
  return head.length + tail.length;
}

function templates(keys: ReadonlyMap<string, ConditionKey>): readonly KeyTemplate[] {
  const known = templatesOf.get(keys);
  if (known !== undefined) return known;
  const found = [...keys.keys()]
    .flatMap((name): KeyTemplate[] => {
      const match = placeholder.exec(name);
      if (match === null) return [];
      return [{ head: name.slice(0, match.index), tail: name.slice(match.index + match[0].length), name }];
    })
    .sort((a, b) => given(b) - given(a) || b.name.length - a.name.length);
  templatesOf.set(keys, found);
  return found;
}
