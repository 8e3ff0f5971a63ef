import type { RoleAnswers } from '../../roles/createRolePlan.ts';
import { choiceKey, type PermissionChoice, type RoleDraft } from './draft.ts';
import { trustsEc2 } from './instanceProfileQuestions.ts';

/** What the plan is made from. */
export function roleAnswers(draft: RoleDraft): RoleAnswers {
  const { name, path, trustPolicy, description, maxSessionDuration, tags, permissions } = draft;
  return {
    name,
    path,
    trustPolicy,
    description,
    maxSessionDuration,
    tags,
    permissionsBoundary:
      draft.permissionsBoundary === undefined ? undefined : { arn: draft.permissionsBoundary },
    newPolicies: documents(permissions, 'managed', draft).map((policy) => ({
      ...policy,
      path: '/',
      description: '',
      tags: {},
    })),
    inlinePolicies: documents(permissions, 'inline', draft),
    attachedPolicies: permissions.flatMap((choice) => (choice.kind === 'attached' ? [choice.arn] : [])),
    instanceProfile:
      trustsEc2(draft) && draft.withInstanceProfile ? { name, instanceId: draft.instanceId } : undefined,
  };
}

function documents(
  choices: readonly PermissionChoice[],
  kind: 'managed' | 'inline',
  { policyNames }: RoleDraft,
): readonly { readonly name: string; readonly document: string }[] {
  return choices.flatMap((choice) =>
    choice.kind === kind
      ? [{ name: policyNames[choiceKey(choice)] ?? '', document: choice.policy.text }]
      : [],
  );
}
