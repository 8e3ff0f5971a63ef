/** Brackets and at most one key that is being typed. */
const begun = /^\s*[[{]?\s*\{?\s*("\w{0,12}"?)?\s*\}?\s*\]?\s*$/;

/** Whether the text is the beginning of a document that may become a policy. */
export function isBarelyBegun(text: string): boolean {
  return text.length <= 200 && begun.test(text);
}
