import type { Complaint } from '../../ui/ui.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names */
const allowed = /[^\w+=,.@-]/u;

/** What is wrong with the form of a name in IAM. */
export function nameComplaint(text: string, thing: string, longest: number): string | undefined {
  if (text === '') return `A ${thing} needs a name.`;
  const wrong = allowed.exec(text)?.[0];
  if (wrong !== undefined)
    return `A ${thing} may have no ${wrong === ' ' ? 'spaces' : `“${wrong}”`} in its name: IAM takes letters, digits and + = , . @ - _`;
  if (text.length > longest)
    return `A ${thing} has a name of at most ${longest} characters; this has ${text.length}.`;
  return undefined;
}

/** What is to be said of a role's name, `existing` being the names there are. Names differ in more than case. */
export function roleNameComplaint(text: string, existing: readonly string[]): Complaint {
  const form = nameComplaint(text, 'role', 64);
  if (form !== undefined) return form;
  const same = existing.find((name) => name.toLowerCase() === text.toLowerCase());
  if (same === undefined) return undefined;
  if (same !== text)
    return `There is a role ${same} already, and IAM takes no two names that differ in case only. Choose another.`;
  return {
    severity: 'warning',
    message: `There is a role ${same} already. Going on takes over what is the same and shows what differs.`,
  };
}
