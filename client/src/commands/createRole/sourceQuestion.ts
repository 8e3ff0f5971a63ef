import type { OpenPolicy } from '../../documents/openPolicies.ts';
import type { PickItem } from '../../ui/ui.ts';
import { answered } from '../../ui/wizard.ts';
import type { RoleSituation, TrustSource } from './draft.ts';
import { step, type TrustQuestion, title } from './templateQuestion.ts';

const templates: readonly PickItem<TrustSource>[] = [
  {
    label: 'AWS service',
    description: 'such as Amazon EC2 or AWS Lambda',
    icon: 'server-process',
    value: { kind: 'service' },
  },
  {
    label: 'Another AWS account',
    description: 'with External ID and MFA if wanted',
    icon: 'organization',
    value: { kind: 'account' },
  },
  {
    label: 'This AWS account',
    description: 'its users and roles',
    icon: 'home',
    value: { kind: 'ownAccount' },
  },
  {
    label: 'OpenID Connect provider',
    description: 'such as GitHub Actions',
    icon: 'globe',
    value: { kind: 'oidc' },
  },
  {
    label: 'SAML provider',
    description: 'for people who sign in elsewhere',
    icon: 'key',
    value: { kind: 'saml' },
  },
];

/** Where the trust policy comes from. */
export function sourceQuestion({ openPolicies }: RoleSituation): TrustQuestion {
  return {
    step,
    async ask(draft, prompter) {
      const items = sourceItems(await openPolicies.all(), await openPolicies.atCursor(), draft.source);
      const question = { title, placeholder: 'Take the trust policy from', matchAll: true };
      return answered(await prompter.pick(items, question), (source) => ({ ...draft, source }));
    },
  };
}

function sourceItems(
  open: readonly OpenPolicy[],
  atCursor: OpenPolicy | undefined,
  chosen: TrustSource | undefined,
): readonly PickItem<TrustSource>[] {
  const trust = open.filter(({ type }) => type === 'trust');
  const isAtCursor = (one: OpenPolicy) =>
    one.uri === atCursor?.uri && one.range.start.line === atCursor.range.start.line;
  const documents = trust
    .toSorted((one, other) => Number(isAtCursor(other)) - Number(isAtCursor(one)))
    .map((policy) => ({
      label: policy.name,
      description: isAtCursor(policy) ? 'trust policy in the active editor' : 'trust policy',
      icon: 'json',
      group: 'Open Documents',
      picked: chosen?.kind === 'document' && chosen.policy.uri === policy.uri,
      value: { kind: 'document', policy } as const,
    }));
  return [
    ...documents,
    ...templates.map((one) => ({
      ...one,
      group: 'Templates',
      picked: one.value.kind === chosen?.kind,
    })),
    {
      label: 'An existing role',
      description: 'with the same trust policy',
      icon: 'copy',
      group: 'Roles',
      picked: chosen?.kind === 'role',
      value: { kind: 'role' },
    },
  ];
}
