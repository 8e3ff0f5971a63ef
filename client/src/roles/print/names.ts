/** Gives each name an identifier of its own, made by `shape` of the words in it. */
export function identifiers(shape: (words: readonly string[]) => string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const base = shape(name.split(/[^A-Za-z0-9]+/).filter((word) => word !== ''));
    let identifier = base;
    for (let number = 2; taken.has(identifier); number += 1) identifier = `${base}${number}`;
    taken.add(identifier);
    return identifier;
  };
}

/** `orders-reader` as `OrdersReader`. */
export function pascalCase(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
