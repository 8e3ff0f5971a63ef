import type { AwsApi } from './awsApi.ts';
import type { PlanScope, Step, StepKind, StepOf } from './plan.ts';

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

type UsesOf = {
  readonly [Kind in StepKind]?: (step: StepOf<Kind>, account: Account) => Use[] | Promise<Use[]>;
};

const usesOf: UsesOf = {
  createRole: ({ name, trustPolicy }, { summary, plan }) => [
    size('AssumeRolePolicySizeQuota', `the trust policy of ${name}`, trustPolicy),
    more('RolesQuota', 'roles', summary['Roles'], 'createRole', plan),
  ],
  updateAssumeRolePolicy: ({ roleName, trustPolicy }) => [
    size('AssumeRolePolicySizeQuota', `the trust policy of ${roleName}`, trustPolicy),
  ],
  createPolicy: ({ name, document }, { summary, plan }) => [
    size('PolicySizeQuota', `policy ${name}`, document),
    more('PoliciesQuota', 'managed policies', summary['Policies'], 'createPolicy', plan),
  ],
  createPolicyVersion: ({ policyArn, document }) => [
    size('PolicySizeQuota', `policy ${policyArn}`, document),
  ],
  putRolePolicy: ({ roleName }, { plan }) => {
    const documents = plan.steps.map((step) =>
      step.kind === 'putRolePolicy' && step.roleName === roleName ? step.document : '',
    );
    return [size('RolePolicySizeQuota', `the inline policies of ${roleName} together`, documents.join(''))];
  },
  createInstanceProfile: (_step, { summary, plan }) => [
    more(
      'InstanceProfilesQuota',
      'instance profiles',
      summary['InstanceProfiles'],
      'createInstanceProfile',
      plan,
    ),
  ],
  async attachRolePolicy({ roleName }, { plan, api }) {
    const exists = (await api.getRole(roleName)) !== undefined;
    const attached = exists ? await api.listAttachedRolePolicies(roleName) : [];
    const attaching = plan.steps.flatMap((step) =>
      step.kind === 'attachRolePolicy' && step.roleName === roleName ? [JSON.stringify(step.policy)] : [],
    );
    const all = new Set([...attached.map(({ arn }) => JSON.stringify({ arn })), ...attaching]);
    return [
      {
        quota: 'AttachedPoliciesPerRoleQuota',
        used: all.size,
        what: `role ${roleName} would have ${all.size} attached policies`,
        advice: 'attach fewer, join some into one policy, or ask AWS for a higher quota',
      },
    ];
  },
};

/** A sentence where the step would go over a quota of the account. */
export async function overQuota(step: Step, account: Account): Promise<string | undefined> {
  const uses: ((step: Step, account: Account) => Use[] | Promise<Use[]>) | undefined = usesOf[
    step.kind
  ] as never;
  const over = (await uses?.(step, account))?.find(
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

function more(quota: string, things: string, have: number | undefined, kind: StepKind, plan: PlanScope): Use {
  const used = (have ?? 0) + plan.steps.filter((step) => step.kind === kind).length;
  return {
    quota,
    used,
    what: `the account would have ${used} ${things}`,
    advice: 'delete some that are not needed, or ask AWS for a higher quota',
  };
}
