import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../../../client/src/roles/lineDiff.ts';
import { previewPlan } from '../../../../client/src/roles/previewPlan.ts';
import { stepPlan } from '../../../../client/src/roles/stepPlan.ts';
import { differing, equal } from '../../../../client/src/roles/stepState.ts';
import { ec2Trust, guidePlan, target, trustOf } from '../../../aws/samplePlans.ts';
import { hostilePlans } from './printed.ts';

describe('The preview', () => {
  it('says where, what, with which documents and permissions, and has the script', () => {
    const preview = previewPlan(guidePlan(), []);
    expect(preview).toMatch(/^# Create role orders-reader\n\nIn account 123456789012, partition aws/);
    expect(preview).toContain('**10 to do**');
    expect(preview).toContain('### 3\\. Create role orders-reader — to do');
    expect(preview).toContain('"Service": "ec2.amazonaws.com"');
    expect(preview).toContain('- Maximum session duration: 7200 seconds');
    expect(preview).toContain('"iam:CreateRole"');
    expect(preview).toMatch(/<details>\n<summary>.*<\/summary>\n\n```sh\n#!\/usr\/bin\/env bash/);
  });

  it('shows what changes line by line, and what stays in a line', () => {
    const step = { kind: 'updateAssumeRolePolicy', roleName: 'r', trustPolicy: ec2Trust } as const;
    const difference = {
      what: 'trust policy',
      live: trustOf({ Service: 'lambda.amazonaws.com' }),
      wanted: ec2Trust,
    };
    const plan = stepPlan([step, { ...step, roleName: 'other' }], target, []);
    const preview = previewPlan(plan, [differing([difference], [step]), equal]);
    expect(preview).toContain('**1 to change**, **1 already so**');
    expect(preview).toContain(
      '-         "Service": "lambda.amazonaws.com"\n+         "Service": "ec2.amazonaws.com"\n',
    );
    expect(preview).toMatch(/### 2\\\. Update the trust policy of role other — already so\n\n## /);
  });

  it('has no line that a text of the plan made', () => {
    fc.assert(
      fc.property(hostilePlans, (plan) => {
        const outside = outsideOfFences(previewPlan(plan, []));
        for (const line of outside)
          expect(line).toMatch(
            /^(?:#{1,3} .*|In account .*|\*\*\d+ to do\*\*|- [A-Z].*|[A-Z][a-z ]+:|The policy that .*|<\/?details>|<summary>[\w ]+<\/summary>|)$/,
          );
        expect(outside.join('').replaceAll(/<\/?(?:details|summary)>/g, '')).not.toMatch(/(?<!\\)[<`[\]|~]/);
      }),
      { numRuns: 100 },
    );
  });
});

/** Lines of Markdown that stand in no block of code. */
function outsideOfFences(markdown: string): readonly string[] {
  let fence: string | undefined;
  return markdown.split('\n').filter((line) => {
    const mark = /^`{3,}/.exec(line)?.[0];
    const wasInside = fence !== undefined;
    if (fence === undefined) fence = mark;
    else if (line === fence) fence = undefined;
    return !wasInside && mark === undefined;
  });
}

describe('A diff', () => {
  it('gives both texts back', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '- d'), { maxLength: 8 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const lines = lineDiff(one, other).split('\n');
        const without = (mark: string) =>
          lines.filter((line) => !line.startsWith(mark)).map((line) => line.slice(2));
        expect(without('+ ').join('\n')).toBe(one);
        expect(without('- ').join('\n')).toBe(other);
      }),
    );
  });

  it('keeps what is common', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\nc')).toBe('  a\n- b\n+ x\n  c');
  });
});
