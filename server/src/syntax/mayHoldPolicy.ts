/**
 * An element of a policy as a JSON key, escaped or not, the list of a role's managed policies, an action, or one of
 * the policy language's versions.
 */
const policyWord =
  /"\s*(?:statement|effect|notaction|assumerolepolicydocument|policydocument|managedpolicyarns)\s*\\*"\s*:|"action\\*"\s*:\s*(?:\[\s*)?\\*"(?:\*|[\w*?-]+:[\w*?]+)\\*"|20(?:12-10|08-10)-17/i;

/** False only for a text in which no policy can stand or be named: costs one search and nothing is parsed. */
export function mayHoldPolicy(text: string): boolean {
  return policyWord.test(text);
}
