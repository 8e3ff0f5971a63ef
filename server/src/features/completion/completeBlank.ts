import { policyElements } from '../../policy/policyElements.ts';
import type { PolicyFile } from '../../policy/readDocument.ts';
import type { FeatureContext } from '../featureContext.ts';
import type { CompletionList, Proposal } from './completionItem.ts';
import { elementProposal } from './elementKeys.ts';
import { selectItems } from './selectItems.ts';
import { documentSkeletons, type SkeletonForm } from './skeletons.ts';
import type { SnippetText } from './snippetText.ts';
import type { Target } from './target.ts';

/** A blank text or an empty object, with at most the first word of what is looked for, in quotes or without. */
const blank = /^\ufeff?\s*\w*\s*$/;
const emptyBraces = /^\ufeff?\s*\{\s*(?:\w*|"\w*"?)\s*\}?\s*$/;

/** Whole policies, and the first keys of one, for a document that holds nothing yet; undefined for any other. */
export function completeBlank(
  { text, policies }: PolicyFile,
  offset: number,
  { settings }: FeatureContext,
): CompletionList | undefined {
  if (policies.length > 0 || text.length > mostBlanks) return undefined;
  const form = formFor(text);
  const word = wordAt(text, offset);
  if (form === undefined || word === undefined) return undefined;
  const wholes = (['trust', 'identity'] as const).flatMap((type) => documentSkeletons(type, settings, form));
  if (form === 'object') return selectItems(wholes, word, false);
  const proposals = word.quoted ? [...firstKeys, ...wholes] : [...wholes, ...firstKeys];
  const unit = indentBefore(text, word.whole.start);
  return selectItems(unit === '' ? proposals : proposals.map((one) => indentedBy(one, unit)), word, false);
}

/** Nothing tells the type yet: the keys that some type takes. */
const firstKeys = policyElements.resource.document.map((name) => elementProposal(name, 'resource'));

/** Longer texts of nothing but blanks are not worth reading. */
const mostBlanks = 2000;

function formFor(text: string): SkeletonForm | undefined {
  if (blank.test(text)) return 'object';
  if (!emptyBraces.test(text)) return undefined;
  return text.slice(text.indexOf('{')).includes('\n') ? 'members' : 'lines';
}

/** The blanks that a line begins with, where nothing else stands before the offset: one level of indentation. */
function indentBefore(text: string, offset: number): string {
  return /\n([ \t]+)$/.exec(text.slice(0, offset))?.[1] ?? '';
}

/** Editors take their own unit for a tab, which is not yet that of a document with a single line indented. */
function indentedBy(proposal: Proposal, unit: string): Proposal {
  const { body } = proposal;
  switch (body.form) {
    case 'text':
      return proposal;
    case 'json':
      return { ...proposal, body: { ...body, json: withUnit(body.json, unit) } };
    case 'member':
      return { ...proposal, body: { ...body, value: withUnit(body.value, unit) } };
  }
}

function withUnit(text: SnippetText, unit: string): SnippetText {
  return text.map((part) => (typeof part === 'string' ? part.replaceAll('\t', unit) : part));
}

/** The word at the offset, empty or not; undefined outside of the braces, and away from a word that is there. */
function wordAt(text: string, offset: number): Target | undefined {
  const found = /"\w*"?|\w+/.exec(text);
  const [word] = found ?? [''];
  const start = found?.index ?? offset;
  const whole = { start, end: start + word.length };
  const quoted = word.startsWith('"');
  const closed = quoted && word.length > 1 && word.endsWith('"');
  const content = { start: start + Number(quoted), end: whole.end - Number(closed) };
  const brace = text.indexOf('{');
  const closing = text.indexOf('}');
  if (offset < content.start || offset > content.end || offset <= brace) return undefined;
  if (closing >= 0 && offset > closing) return undefined;
  return {
    content,
    whole,
    quoted,
    closed,
    typed: text.slice(content.start, offset),
    word: text.slice(content.start, content.end),
    escapes: 0,
    hasColon: false,
    commaBefore: undefined,
    commaAfter: false,
  };
}
