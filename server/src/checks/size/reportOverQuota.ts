import { type Counting, policySize } from '../../policy/policySize.ts';
import type { CheckContext } from '../check.ts';
import { openingBrace } from '../openingBrace.ts';

const counted: Readonly<Record<Counting, string>> = {
  'characters but white space': 'characters without white space',
  compact: 'characters without line breaks and indentation',
  text: 'characters, white space included',
};

/** Reports a policy above its quota. `whose` ends the sentence "… may have", `advice` is what to do. */
export function reportOverQuota({ policy, report }: CheckContext, whose: string, advice: string): void {
  const size = policySize(policy);
  if (size === undefined || size.characters <= size.quota) return;
  report({
    node: policy.node,
    span: openingBrace(policy.node),
    message: `The policy has ${grouped(size.characters)} ${counted[size.counting]}, but ${whose} ${grouped(size.quota)}; ${advice}`,
  });
}

/** With commas between thousands, as AWS's documentation writes numbers. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
