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
    const found = find(owner, text);
    memory.set(text, found);
    return found;
  };
}

/** `find`, which remembers for each owner, such as a catalog, what it found of a thing, such as a statement. */
export function rememberOf<Owner extends WeakKey, Thing extends WeakKey, Found extends Something>(
  find: (owner: Owner, thing: Thing) => Found,
): (owner: Owner, thing: Thing) => Found {
  const memories = new WeakMap<Owner, WeakMap<Thing, Found>>();
  // One check after another asks about the same thing, so the last answer is at hand without a look-up.
  let last: { readonly owner: Owner; readonly thing: Thing; readonly found: Found } | undefined;
  return (owner, thing) => {
    if (last?.thing === thing && last.owner === owner) return last.found;
    let memory = memories.get(owner);
    if (memory === undefined) {
      memory = new WeakMap();
      memories.set(owner, memory);
    }
    const found = memory.get(thing) ?? find(owner, thing);
    memory.set(thing, found);
    last = { owner, thing, found };
    return found;
  };
}
