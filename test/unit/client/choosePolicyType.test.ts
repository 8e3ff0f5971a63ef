import { expect, test } from 'vitest';
import { choosePolicyType, type PolicyTypeItem } from '../../../client/src/commands/choosePolicyType.ts';
import type { ChoosePolicyTypeParams, PolicyAtPosition } from '../../../server/src/protocol.ts';

const start = { line: 0, character: 0 };
const policy: PolicyAtPosition = { type: 'trust', source: 'content', range: { start, end: start } };

async function choose(label: string | undefined, current: PolicyAtPosition | undefined) {
  const chosen: ChoosePolicyTypeParams[] = [];
  const told: string[] = [];
  let shown: readonly PolicyTypeItem[] = [];
  await choosePolicyType({
    current: async () => current && { uri: 'file:///a.json', policy: current },
    async pick(items) {
      shown = items;
      return items.find((item) => item.label === label);
    },
    choose: async (params) => void chosen.push(params),
    inform: (message) => told.push(message),
  });
  return { chosen, told, shown };
}

test('judges the document as the picked type', async () => {
  const { chosen } = await choose('Permissions boundary', policy);
  expect(chosen).toEqual([{ uri: 'file:///a.json', type: 'boundary' }]);
});

test('takes a choice back', async () => {
  const { chosen } = await choose('Detect the type', { ...policy, source: 'chosen' });
  expect(chosen).toEqual([{ uri: 'file:///a.json', type: null }]);
});

test('offers nothing to take back where the type was detected', async () => {
  expect((await choose(undefined, policy)).shown.map(({ type }) => type)).not.toContain(null);
});

test('marks the present type and where it is from', async () => {
  const { shown } = await choose(undefined, policy);
  expect(shown.filter(({ description }) => description !== undefined)).toEqual([
    { label: 'Trust policy', description: 'now, from: content', type: 'trust' },
  ]);
});

test('changes nothing when nothing is picked', async () => {
  expect((await choose(undefined, policy)).chosen).toEqual([]);
});

test('says so where there is no policy', async () => {
  const { told, shown } = await choose('Trust policy', undefined);
  expect(told).toEqual(['The active editor holds no IAM policy. Open one, then choose its type.']);
  expect(shown).toEqual([]);
});
