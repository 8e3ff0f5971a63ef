/** An element of a policy document as a JSON key, escaped or not, or one of the policy language's versions. */
const policyWord = /"\s*(?:statement|effect|notaction|assumerolepolicydocument)\s*\\*"|20(?:12-10|08-10)-17/i;
/** Brackets and at most one key that is being typed. */
const begun = /^\s*[[{]?\s*\{?\s*("\w{0,12}"?)?\s*\}?\s*\]?\s*$/;

/** Whether a policy can stand in the text: one search, nothing is parsed. */
export function looksLikePolicy(text: string): boolean {
  return policyWord.test(text);
}

/** Whether the text is the beginning of a document that may become a policy. */
export function isBarelyBegun(text: string): boolean {
  return text.length <= 200 && begun.test(text);
}
