import { nameOfArn } from './arn.ts';
import type { AwsApi } from './awsApi.ts';
import { type PlanScope, policyArn, type Step, type StepKind, type StepOf } from './plan.ts';

/** Numbers of `GetAccountSummary`, by AWS's names. */
export type AccountSummary = Readonly<Record<string, number>>;

interface Account {
  readonly summary: AccountSummary;
  readonly plan: PlanScope;
  readonly api: AwsApi;
}

/** A use of a quota, to be compared with what the account has. */
interface Use {
  readonly quota: string;
  readonly used: number;
  /** Of a sentence: what there would be. */
  readonly what: string;
  readonly advice: string;
}

interface QuotaRule<Kind extends StepKind> {
  uses(step: StepOf<Kind>, account: Account): readonly Use[] | Promise<readonly Use[]>;
}

const quotaRules: { readonly [Kind in StepKind]?: QuotaRule<Kind> } = {
  createRole: {
    uses: ({ name, trustPolicy }, account) => [
      size('AssumeRolePolicySizeQuota', `the trust policy of ${name}`, trustPolicy),
      more('Roles', 'roles', 'createRole', account),
    ],
  },
  updateAssumeRolePolicy: {
    uses: ({ roleName, trustPolicy }) => [
      size('AssumeRolePolicySizeQuota', `the trust policy of ${roleName}`, trustPolicy),
    ],
  },
  createPolicy: {
    uses: ({ name, document }, account) => [
      size('PolicySizeQuota', `policy ${name}`, document),
      more('Policies', 'managed policies', 'createPolicy', account),
    ],
  },
  createPolicyVersion: {
    uses: ({ policyArn, document }) => [size('PolicySizeQuota', `policy ${nameOfArn(policyArn)}`, document)],
  },
  putRolePolicy: {
    uses({ roleName }, { plan }) {
      const documents = plan.steps.map((step) =>
        step.kind === 'putRolePolicy' && step.roleName === roleName ? step.document : '',
      );
      return [size('RolePolicySizeQuota', `the inline policies of ${roleName} together`, documents.join(''))];
    },
  },
  createInstanceProfile: {
    uses: (_step, account) => [
      more('InstanceProfiles', 'instance profiles', 'createInstanceProfile', account),
    ],
  },
  attachRolePolicy: {
    async uses({ roleName }, { plan, api }) {
      const exists = (await api.getRole(roleName)) !== undefined;
      const attached = exists ? await api.listAttachedRolePolicies(roleName) : [];
      const attaching = plan.steps.flatMap((step) =>
        step.kind === 'attachRolePolicy' && step.roleName === roleName ? [policyArn(step.policy, plan)] : [],
      );
      const { size: used } = new Set([...attached.map(({ arn }) => arn), ...attaching]);
      return [
        {
          quota: 'AttachedPoliciesPerRoleQuota',
          used,
          what: `role ${roleName} would have ${used} attached policies`,
          advice: 'attach fewer, join some into one policy, or ask AWS for a higher quota',
        },
      ];
    },
  },
};

/** A sentence where the step would go over a quota of the account. */
export async function overQuota(step: Step, account: Account): Promise<string | undefined> {
  const rule: QuotaRule<StepKind> | undefined = quotaRules[step.kind];
  const over = (await rule?.uses(step, account))?.find(
    ({ quota, used }) => used > (account.summary[quota] ?? Number.POSITIVE_INFINITY),
  );
  if (over === undefined) return undefined;
  return `Not possible, because ${over.what}, and the quota of the account is ${account.summary[over.quota]}; ${over.advice}.`;
}

/** IAM does not count white space. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function size(quota: string, what: string, document: string): Use {
  const used = document.replace(/\s/g, '').length;
  return {
    quota,
    used,
    what: `${what} would have ${used} characters without white space`,
    advice: 'shorten it, with wildcards or by dividing it among several',
  };
}

/** `of` is the name of the number in the summary. */
function more(of: string, things: string, kind: StepKind, { summary, plan }: Account): Use {
  const used = (summary[of] ?? 0) + plan.steps.filter((step) => step.kind === kind).length;
  return {
    quota: `${of}Quota`,
    used,
    what: `the account would have ${used} ${things}`,
    advice: 'delete some that are not needed, or ask AWS for a higher quota',
  };
}
