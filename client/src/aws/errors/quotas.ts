/** How IAM names a quota in LimitExceeded, and what to do. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const quotas: Readonly<Record<string, string>> = {
  PoliciesPerRole:
    'managed policies attached to a role; detach one, put an inline policy instead, or have the quota raised',
  RolesPerAccount: 'roles in an account; delete roles that are not used, or have the quota raised',
  PoliciesPerAccount: 'customer managed policies in an account; delete unused ones, or have the quota raised',
  InstanceProfilesPerAccount: 'instance profiles in an account; delete unused ones, or have the quota raised',
  InstanceSessionsPerInstanceProfile:
    'roles in an instance profile, which cannot be raised; remove the role that is in it first, or use another instance profile',
  ACLSizePerRole: 'characters in a trust policy, spaces not counted; shorten it, or have the quota raised',
  PolicySize: 'characters in a managed policy, spaces not counted; shorten it, or split it into several',
  VersionsPerPolicy: 'versions of a managed policy; delete one that is not the default',
};

interface QuotaRule {
  readonly text: RegExp;
  say(match: RegExpExecArray): string;
}

const rules: readonly QuotaRule[] = [
  {
    text: /quota for (\w+): (\d+)/i,
    say: ([, quota = '', limit]) =>
      `At most ${limit} is AWS's quota of ${quotas[quota] ?? `${quota}; make room, or have it raised`}.`,
  },
  {
    text: /can have up to (\d+) versions/i,
    say: ([, limit]) => `At most ${limit} is AWS's quota of ${quotas['VersionsPerPolicy']}.`,
  },
  {
    text: /Maximum policy size of (\d+) bytes exceeded for role (\S+)/i,
    say: ([, limit, role]) =>
      `The inline policies of role ${role} may have ${limit} characters together, spaces not counted; shorten them, or attach a managed policy instead.`,
  },
  {
    text: /\btags?\b/i,
    say: () => 'AWS takes at most 50 tags on a role or a policy; remove some.',
  },
];

/** A sentence on the quota that AWS's text of LimitExceeded names. */
export function quotaExceeded(awsMessage: string): string {
  for (const { text, say } of rules) {
    const match = text.exec(awsMessage);
    if (match !== null) return say(match);
  }
  return `A quota of the account is used up; make room, or have it raised. AWS says: ${awsMessage}`;
}
