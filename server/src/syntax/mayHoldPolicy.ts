/** An element of a policy as a JSON key, escaped or not, an action, or one of the policy language's versions. */
const policyWord =
  /"\s*(?:statement|effect|notaction|assumerolepolicydocument|policydocument)\s*\\*"\s*:|"action\\*"\s*:\s*(?:\[\s*)?\\*"(?:\*|[\w*?-]+:[\w*?]+)\\*"|20(?:12-10|08-10)-17/i;

/** False only for a text in which no policy can stand: costs one search and nothing is parsed. */
export function mayHoldPolicy(text: string): boolean {
  return policyWord.test(text);
}
