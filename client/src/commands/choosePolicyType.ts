import {
  type ChoosePolicyTypeParams,
  type PolicyAtPosition,
  type PolicyType,
  policyTypes,
  policyTypeTitles,
} from '../../../server/src/protocol.ts';

export interface PolicyTypeItem {
  readonly label: string;
  readonly description?: string;
  readonly type: PolicyType | null;
}

export interface ChoosePolicyTypePorts {
  current(): Promise<{ readonly uri: string; readonly policy: PolicyAtPosition } | undefined>;
  pick(items: readonly PolicyTypeItem[], placeHolder: string): PromiseLike<PolicyTypeItem | undefined>;
  choose(params: ChoosePolicyTypeParams): Promise<void>;
  inform(message: string): unknown;
}

/**
 * Asks for the type all policies of the active document are judged as until it closes; a choice can be taken back.
 * Settles with whether something was chosen.
 */
export async function choosePolicyType(ports: ChoosePolicyTypePorts): Promise<boolean> {
  const current = await ports.current();
  if (current === undefined) {
    ports.inform('The active editor holds no IAM policy. Open one, then choose its type.');
    return false;
  }
  const { uri, policy } = current;
  const items: PolicyTypeItem[] = [
    ...(policy.source === 'chosen' ? [{ label: 'Detect the type', type: null }] : []),
    ...policyTypes.map((type) => ({
      label: policyTypeTitles[type],
      ...(type === policy.type && { description: `now, from: ${policy.source}` }),
      type,
    })),
  ];
  const picked = await ports.pick(items, 'Judge the policies of this document as');
  if (picked === undefined) return false;
  await ports.choose({ uri, type: picked.type });
  return true;
}
