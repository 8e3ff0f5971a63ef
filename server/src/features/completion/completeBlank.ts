import type { PolicyFile } from '../../policy/readDocument.ts';
import type { FeatureContext } from '../featureContext.ts';
import type { CompletionList } from './completionItem.ts';
import { selectItems } from './selectItems.ts';
import { documentSkeletons, type SkeletonForm } from './skeletons.ts';
import type { Target } from './target.ts';

/** A blank text or an empty object, with at most the first word of what is looked for. */
const blank = /^\ufeff?\s*(\w*)\s*$/;
const emptyBraces = /^\ufeff?\s*\{\s*(\w*)\s*\}?\s*$/;

/** Whole policies for a document that holds nothing yet; undefined for any other. */
export function completeBlank(
  { text, policies }: PolicyFile,
  offset: number,
  { settings }: FeatureContext,
): CompletionList | undefined {
  if (policies.length > 0 || text.length > mostBlanks) return undefined;
  const form = formFor(text);
  const word = wordAt(text, offset);
  if (form === undefined || word === undefined) return undefined;
  const proposals = (['trust', 'identity'] as const).flatMap((type) =>
    documentSkeletons(type, settings, form),
  );
  return selectItems(proposals, word, false);
}

/** Longer texts of nothing but blanks are not worth reading. */
const mostBlanks = 2000;

function formFor(text: string): SkeletonForm | undefined {
  if (blank.test(text)) return 'object';
  if (!emptyBraces.test(text)) return undefined;
  return text.slice(text.indexOf('{')).includes('\n') ? 'members' : 'lines';
}

/** The word at the offset, empty or not; undefined outside of the braces, and away from a word that is there. */
function wordAt(text: string, offset: number): Target | undefined {
  const found = /\w+/.exec(text);
  const start = found?.index ?? offset;
  const end = start + (found?.[0].length ?? 0);
  const brace = text.indexOf('{');
  const closing = text.indexOf('}');
  if (offset < start || offset > end || offset <= brace || (closing >= 0 && offset > closing))
    return undefined;
  const content = { start, end };
  return {
    content,
    whole: content,
    quoted: false,
    closed: false,
    typed: text.slice(start, offset),
    word: text.slice(start, end),
    escapes: 0,
    hasColon: false,
    commaBefore: undefined,
    commaAfter: false,
  };
}
