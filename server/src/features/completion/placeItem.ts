import { quoteOf } from '../textBetween.ts';
import type { Body, CompletionItem, Proposal } from './completionItem.ts';
import { filledText, jsonEscaped, type SnippetText, toInsert, wrapped } from './snippetText.ts';
import type { Target } from './target.ts';

/** A proposal as an item at its place: with the quotes, escapes and commas that are missing there. */
export function placeItem(proposal: Proposal, target: Target, sortText: string): CompletionItem {
  const { label, kind, detail, filter = label, retrigger = false, doc } = proposal;
  const within = stringText(proposal.body, target);
  const inside = within !== undefined && target.quoted;
  const text = inside ? insideQuotes(within, target) : standingAlone(proposal.body, target);
  const replace = inside ? target.content : target.whole;
  const filterText = target.quoted && !inside ? quoteOf(target.escapes) + filter : filter;
  return {
    label,
    kind,
    detail,
    insert: toInsert(text),
    replace,
    commas: commasOf(target, inside),
    sortText,
    filterText,
    retrigger,
    doc,
  };
}

/** What the string at the target is to hold; undefined where more than a string's content is put in. */
function stringText(body: Body, target: Target): SnippetText | undefined {
  if (body.form === 'text') return body.text;
  return body.form === 'member' && target.hasColon ? body.name : undefined;
}

function insideQuotes(text: SnippetText, target: Target): SnippetText {
  const content = wrapped(jsonEscaped(text), target.escapes);
  return target.closed ? content : [...content, quoteOf(target.escapes) + (target.commaAfter ? ',' : '')];
}

function standingAlone(body: Body, target: Target): SnippetText {
  return wrapped([...jsonOf(body, target), target.commaAfter ? ',' : ''], target.escapes);
}

function jsonOf(body: Body, target: Target): SnippetText {
  switch (body.form) {
    case 'text':
      return inQuotes(body.text);
    case 'json':
      return body.json;
    case 'member':
      return target.hasColon ? inQuotes(body.name) : [...inQuotes(body.name), ': ', ...body.value];
  }
}

function inQuotes(text: SnippetText): SnippetText {
  return ['"', ...jsonEscaped(text), '"'];
}

function commasOf({ commaBefore, commaAfter, closed, whole }: Target, inside: boolean): readonly number[] {
  const after = inside && closed && commaAfter ? [whole.end] : [];
  return commaBefore === undefined ? after : [commaBefore, ...after];
}

/** The plain text a proposal stands for, if it is one: to tell whether it is there already. */
export function plainText({ body }: Proposal): string | undefined {
  switch (body.form) {
    case 'text':
      return filledText(body.text);
    case 'member':
      return filledText(body.name);
    case 'json':
      return undefined;
  }
}
