/** What DeleteConflict says stands in the way, and what to do. */
const conflicts: readonly { readonly text: RegExp; readonly advice: string }[] = [
  {
    text: /remove roles? from instance profile/i,
    advice: 'a role is in an instance profile: remove the role from the instance profile first',
  },
  {
    text: /detach all policies/i,
    advice: 'managed policies are attached to the role: detach them first',
  },
  {
    text: /must delete policies|delete the inline/i,
    advice: 'the role has inline policies: delete them first',
  },
  {
    text: /more than one version|delete the policy's versions/i,
    advice: 'the policy has several versions: delete those that are not the default first',
  },
  {
    text: /default version/i,
    advice: 'it is the default version of the policy: make another version the default first',
  },
  {
    text: /attached to (?:an )?entit/i,
    advice: 'the policy is attached, or is a permissions boundary: detach it everywhere first',
  },
  {
    text: /resources? .*(?:use|using)|still/i,
    advice: 'resources still use it: delete them first',
  },
];

/** A sentence on what must go before. */
export function deleteConflict(awsMessage: string): string {
  const advice = conflicts.find(({ text }) => text.test(awsMessage))?.advice;
  return `It cannot be deleted, because ${advice ?? 'something else still depends on it'}.`;
}
