import type { OidcProvider } from '../../catalog/catalog.ts';
import { withPlaceholders } from './arnPlaceholders.ts';
import type { SnippetText } from './snippetText.ts';

/** A word in capitals is to be filled in. */
export const capitals = /\b[A-Z][A-Z0-9_]+\b/g;

/** The audience a provider's tokens are usually for; undefined where the provider leaves it to its users. */
export function audienceText({ audience }: OidcProvider): SnippetText | undefined {
  const value = audience?.replace(/ \(.*$/, '');
  return value === undefined || /\s/.test(value) ? undefined : withPlaceholders(value, capitals);
}

/** What a provider's subjects look like, as patterns to be filled in; those that name ids beside the names last. */
export function subjectTexts({ subjectFormat }: OidcProvider): readonly SnippetText[] {
  const formats = (subjectFormat ?? '').split(';').flatMap(formatOf);
  return [...new Set(formats)]
    .sort((one, other) => Number(one.includes('@')) - Number(other.includes('@')))
    .map((format) => withPlaceholders(format, capitals));
}

/** The pattern that a part of a description begins with, if it does; `(a|b)` is the first, `[…]` is left out. */
function formatOf(description: string): readonly string[] {
  const [word = ''] = description
    .trim()
    .replace(/^\w+: /, '')
    .split(' ');
  const format = word
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\(([^|)]*)\|[^)]*\)/g, '$1')
    .replace(/\.\.\.$/, '*');
  return /[:/|]/.test(format) && /[A-Z]{2}/.test(format) ? [format] : [];
}
