export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A policy document as a value; the text where it cannot be read. */
export function documentValue(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
