/**
 * What the typed text is compared with where a value is looked for by its name as well as by how it begins. Editors
 * prefer what begins with the typed text, and some take nothing else.
 */
export function filterText(name: string, value: string, typed: string): string {
  const isValueBegun = typed !== '' && value.toLowerCase().startsWith(typed.toLowerCase());
  return isValueBegun ? value : `${name} ${value}`;
}
