/** More than all entries of AWS's own policies; a session that meets more texts starts anew. */
const mostRemembered = 40_000;

/** `find`, which remembers for each owner, such as a catalog, what it found for a text; at most so many texts. */
export function rememberByText<Owner extends WeakKey, Found>(
  find: (owner: Owner, text: string) => Found,
  most = mostRemembered,
): (owner: Owner, text: string) => Found {
  const memories = new WeakMap<Owner, Map<string, { readonly found: Found }>>();
  return (owner, text) => {
    let memory = memories.get(owner);
    if (memory === undefined || memory.size >= most) {
      memory = new Map();
      memories.set(owner, memory);
    }
    const known = memory.get(text);
    if (known !== undefined) return known.found;
    const found = find(owner, text);
    memory.set(text, { found });
    return found;
  };
}
