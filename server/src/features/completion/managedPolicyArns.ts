import type { Catalog } from '../../catalog/catalog.ts';
import type { Settings } from '../../protocol.ts';
import { type Proposal, textBody } from './completionItem.ts';
import { filterText } from './filterText.ts';

/** ARNs of the AWS managed policies that can be attached, in the settings' partition; found by name and by ARN. */
export function managedPolicyArns(
  catalog: Catalog,
  { account }: Settings,
  typed: string,
): readonly Proposal[] {
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
        filter: filterText(name, text, typed),
        doc: { kind: 'managedPolicy', name },
      };
    });
}
