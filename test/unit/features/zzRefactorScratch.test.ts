import { expect, test } from 'vitest';
import { refactorKinds, refactorings } from '../../../server/src/features/refactor/refactorings.ts';
import { latestManagedPolicies } from '../../corpus/managedPolicies.ts';
import { meaningOf, policyIn, refactor } from './refactor.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { collapseActions } from '../../../server/src/access/collapseActions.ts';
import { testCatalog } from '../../catalog.ts';

function tally(text: string) {
  const counts: Record<string, number> = {};
  for (const { code } of checkFile(readDocument(text, { chosen: { type: 'identity' } }), testCatalog(), { trustedAccounts: [] })) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
test('timing', () => {
  const cat = testCatalog();
  for (const p of ['ec2', 's3', 'iam', 'sagemaker', 'rds']) {
    const all = [...(cat.service(p)?.actions.values() ?? [])].map((a) => `${p}:${a.name}`);
    for (const part of [all, all.slice(3), all.filter((_, i) => i % 2 === 0), all.filter((a) => /:(Get|List|Describe)/.test(a)), all.filter((_, i) => i % 50 !== 0)]) {
      const t = performance.now();
      const c = collapseActions(cat, part);
      console.log(p, part.length, '->', part.length - c.reduce((s, x) => s + x.entries.length - 1, 0), (performance.now() - t).toFixed(1), 'ms', c.slice(0, 6).map((x) => `${x.pattern}(${x.entries.length})`).join(' '));
    }
  }
});
test('all', () => {
  const docs = [...latestManagedPolicies()].map(({ document }) => JSON.stringify(document, undefined, 2));
  const stat: Record<string, number> = {};
  const gains: Record<string, number> = {};
  const bad: string[] = [];
  let seed = 7;
  let slow = 0;
  for (const text of docs) {
    if (text.length > 60000) continue;
    const before = tally(text);
    for (let k = 0; k < 3; k++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const at = seed % text.length;
      const marked = text.slice(0, at) + '«»' + text.slice(at);
      for (const kind of refactorKinds) {
        const t = performance.now();
        const found = refactor(kind, marked, { type: 'identity' });
        const d = performance.now() - t;
        if (d > slow) { slow = d; console.log('slowest', kind, text.length, d.toFixed(0)); }
        for (const { item, after } of found) {
          stat[kind] = (stat[kind] ?? 0) + 1;
          try { JSON.parse(after); } catch { bad.push(`parse ${kind} ${text.slice(0, 200)}`); continue; }
          const moved = item.newFile ? [policyIn(item.newFile.text)] : [];
          const [m1, m2] = [meaningOf(policyIn(text)), meaningOf(policyIn(after), ...moved)];
          if (JSON.stringify(m1) !== JSON.stringify(m2)) bad.push(`${kind} ${item.title}\n${m1.filter((l) => !m2.includes(l)).slice(0, 3).join('\n')}\n++\n${m2.filter((l) => !m1.includes(l)).slice(0, 3).join('\n')}`);
          for (const [code, count] of Object.entries(tally(after))) if (count > (before[code] ?? 0)) gains[`${kind} ${code}`] = (gains[`${kind} ${code}`] ?? 0) + 1;
        }
      }
    }
  }
  console.log(stat, gains, bad.length, bad.slice(0, 8).join('\n----\n'));
  expect(1).toBe(1);
}, 400000);
