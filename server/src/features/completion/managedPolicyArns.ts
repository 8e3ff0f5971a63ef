import type { Catalog } from '../../catalog/catalog.ts';
import type { Settings } from '../../protocol.ts';
import { type Proposal, textBody } from './completionItem.ts';

/** ARNs of the AWS managed policies that can be attached, in the settings' partition. */
export function managedPolicyArns(catalog: Catalog, { account }: Settings): readonly Proposal[] {
  const partition = `arn:${account.partition || 'aws'}:`;
  return catalog.managedPolicies
    .filter(({ serviceLinked }) => !serviceLinked)
    .map(({ name, arn }) => {
      const text = arn.replace(/^arn:aws:/, partition);
      return {
        label: name,
        kind: 'managedPolicy',
        detail: 'AWS managed policy',
        body: textBody(text),
        filter: text,
        doc: { kind: 'managedPolicy', name },
      };
    });
}
