import { managedPolicyScheme } from '../../../../server/src/protocol.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { RoleSituation } from './draft.ts';
import { itemsOrNote } from './itemsOrNote.ts';

export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
}

/** Managed policies to choose from: what such a role often has, the account's own, then AWS's; undefined says nothing. */
export async function policyItems(
  situation: Pick<RoleSituation, 'ui' | 'catalog' | 'target' | 'api' | 'policies'>,
  isPicked: (arn: string) => boolean,
  often: readonly string[] = [],
): Promise<readonly PickItem<ManagedPolicy | undefined>[]> {
  const { ui, catalog, target, api, policies } = situation;
  const own = await itemsOrNote(policies(), 'Customer Managed Policies', ({ name, arn, ...policy }) => ({
    label: name,
    description: policy.path === '/' ? '' : policy.path,
    ...(policy.description !== '' && { detail: policy.description }),
    picked: isPicked(arn),
    button: showButton(async () => {
      const text = (await api.getPolicyVersion(arn, policy.defaultVersionId)) ?? '';
      await ui.show({ title: name, language: 'json', text: JSON.stringify(JSON.parse(text), undefined, 4) });
    }),
    value: { name, arn },
  }));
  const aws = catalog.managedPolicies.map(({ name, arn }) => {
    const here = inPartition(arn, target.partition);
    return {
      label: name,
      description: arn.replace(/^.*?:policy\//, '').replace(/[^/]*$/, ''),
      picked: isPicked(here),
      button: showButton(() => ui.open(`${managedPolicyScheme}:/${encodeURIComponent(name)}.json`)),
      group: often.includes(arn) ? 'Often Attached' : 'AWS Managed Policies',
      value: { name, arn: here },
    };
  });
  const isOften = ({ group }: { readonly group: string }) => group === 'Often Attached';
  return [...aws.filter(isOften), ...own, ...aws.filter((item) => !isOften(item))];
}

function showButton(press: () => Promise<void>): NonNullable<PickItem<unknown>['button']> {
  return { icon: 'open-preview', tooltip: 'Show Document', press };
}

function inPartition(arn: string, partition: string): string {
  return arn.replace(/^arn:aws:/, `arn:${partition}:`);
}
