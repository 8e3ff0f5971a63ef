/** What goes over the wire, whatever its format: parameters in, answers out. A `Map` is a map of the API's model. */
export type Data =
  | string
  | number
  | boolean
  | undefined
  | readonly Data[]
  | ReadonlyMap<string, Data>
  | { readonly [name: string]: Data };

export type Parameters = { readonly [name: string]: Data };

/** The text of a parameter; undefined when the request lacks it or leaves it empty. */
export function textOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return value === undefined || value === '' || typeof value === 'object' ? undefined : String(value);
}

export function numberOf(parameters: Parameters, name: string): number | undefined {
  const text = textOf(parameters, name);
  return text === undefined ? undefined : Number(text);
}

/** The elements of a list; none when the request lacks it. */
function listOf(parameters: Parameters, name: string): readonly Data[] {
  const value = parameters[name];
  return Array.isArray(value) ? value : [];
}

export function textsOf(parameters: Parameters, name: string): readonly string[] {
  return listOf(parameters, name).map(String);
}

/** The structures in a list. */
export function structuresOf(parameters: Parameters, name: string): readonly Parameters[] {
  return listOf(parameters, name).filter(isStructure);
}

export function isStructure(value: Data): value is Parameters {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Map);
}
