import type { CompletionItem, CompletionList, Proposal } from './completionItem.ts';
import { placeItem } from './placeItem.ts';
import type { Target } from './target.ts';

/** Bytes of a reply, below 40 KB with what the protocol puts around it. */
const mostBytes = 38_000;
/** What the protocol's names, a range, and the command to ask again take. */
const bytesAround = 260;
const bytesToRetrigger = 90;

/**
 * The items of a reply. Where they do not fit, those that the typed text leads to, best match first, as many as fit.
 */
export function selectItems(
  proposals: readonly Proposal[],
  target: Target,
  dependOnText: boolean,
): CompletionList {
  const all = place(proposals, target);
  if (all.length === proposals.length) return { items: all, incomplete: dependOnText };
  return { items: place(bestMatches(proposals, target.typed), target), incomplete: true };
}

function place(proposals: readonly Proposal[], target: Target): readonly CompletionItem[] {
  const items: CompletionItem[] = [];
  let bytes = 0;
  for (const proposal of proposals) {
    const item = placeItem(proposal, target, sortText(items.length));
    bytes += sizeOf(item);
    if (bytes > mostBytes) break;
    items.push(item);
  }
  return items;
}

/** Before what other sources offer: an item without a text to sort by has its label, such as `$schema`. */
function sortText(place: number): string {
  return `!${place.toString().padStart(4, '0')}`;
}

function sizeOf({ label, detail, insert, filterText, retrigger, doc, commas }: CompletionItem): number {
  const texts = JSON.stringify([label, detail, insert.text, filterText === label ? '' : filterText, doc]);
  return texts.length + bytesAround + (retrigger ? bytesToRetrigger : 0) + commas.length * bytesAround;
}

function bestMatches(proposals: readonly Proposal[], typed: string): readonly Proposal[] {
  const scored = proposals.flatMap((proposal) => {
    const scores = [proposal.label, proposal.filter ?? proposal.label].map((name) => matchScore(name, typed));
    const score = scores.filter((one) => one !== undefined).sort()[0];
    return score === undefined ? [] : [{ proposal, score }];
  });
  return scored.sort((one, other) => one.score - other.score).map(({ proposal }) => proposal);
}

/**
 * How well a name fits what is typed, 0 best; undefined when letters are missing in it. Letter case is free. What
 * stands before a colon on both sides is compared by itself.
 */
export function matchScore(name: string, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 0;
  const colon = wanted.indexOf(':') + 1;
  if (colon > 0 && lower.startsWith(wanted.slice(0, colon))) {
    return matchScore(name.slice(colon), typed.slice(colon));
  }
  const at = lower.indexOf(wanted);
  if (at >= 0) return /[A-Z]/.test(name[at] ?? '') || /\W/.test(name[at - 1] ?? '') ? 1 : 2;
  return holdsInOrder(lower, wanted) ? 3 : undefined;
}

function holdsInOrder(name: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
