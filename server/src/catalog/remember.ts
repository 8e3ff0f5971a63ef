type Something = NonNullable<unknown>;

/** More than all entries of AWS's own policies; a session that meets more texts starts anew. */
const mostRemembered = 40_000;

/** `find`, which remembers for each owner, such as a catalog, what it found for a text. */
export function rememberByText<Owner extends WeakKey, Found extends Something>(
  find: (owner: Owner, text: string) => Found,
): (owner: Owner, text: string) => Found {
  const memories = new WeakMap<Owner, Map<string, Found>>();
  return (owner, text) => {
    let memory = memories.get(owner);
    if (memory === undefined || memory.size >= mostRemembered) {
      memory = new Map();
      memories.set(owner, memory);
    }
    const known = memory.get(text);
    if (known !== undefined) return known;
    const own = copyOf(text);
    const found = find(owner, own);
    memory.set(own, found);
    return found;
  };
}

/** The same text with characters of its own: V8 has a part of a text hold on to the whole, here to a document. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

/**
 * `find`, which remembers what it found of the things in one whole, such as the statements of a policy, until it is
 * asked about another whole. A WeakMap would be simpler, but what it is asked about lives on through many of V8's
 * small collections, and so would the trees of all versions of a document.
 */
export function rememberWithin<Owner, Thing, Found extends Something>(
  wholeOf: (thing: Thing) => unknown,
  find: (owner: Owner, thing: Thing) => Found,
): (owner: Owner, thing: Thing) => Found {
  let owned: Owner | undefined;
  let whole: unknown;
  let memory = new Map<Thing, Found>();
  return (owner, thing) => {
    const within = wholeOf(thing);
    if (within !== whole || owner !== owned) {
      owned = owner;
      whole = within;
      memory = new Map();
    }
    const known = memory.get(thing);
    if (known !== undefined) return known;
    const found = find(owner, thing);
    memory.set(thing, found);
    return found;
  };
}
