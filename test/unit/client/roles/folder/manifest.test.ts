import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../../../client/src/roles/folder/manifest.ts';

const manifest = {
  account: '123456789012',
  name: 'orders-reader',
  path: '/teams/',
  description: '',
  maxSessionDuration: 3600,
  permissionsBoundary: 'arn:aws:iam::123456789012:policy/boundary',
  tags: { team: 'orders' },
  trustPolicy: 'trust-policy.json',
  inlinePolicies: [{ name: 'read', file: 'inline-policies/read.json' }],
  attachedPolicies: [
    { arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    { arn: 'arn:aws:iam::123456789012:policy/orders', file: 'managed-policies/orders.json' },
  ],
};
const schema = readFileSync(new URL('../../../../../schemas/iam-role.schema.json', import.meta.url), 'utf8');
const isValid = new Ajv({ strict: true, strictRequired: false }).compile(JSON.parse(schema));

describe('iam-role.json', () => {
  it('is read, with or without its schema', () => {
    expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
    expect(readManifest(JSON.stringify({ $schema: './x.json', ...manifest })).name).toBe('orders-reader');
    expect(isValid(manifest)).toBe(true);
  });

  it.each<[string, unknown, RegExp]>([
    ['account', '12', /“account” in iam-role\.json has to be a text of 12 digits/],
    ['account', undefined, /“account”/],
    ['name', '../x', /“name”/],
    ['path', 'teams', /begins and ends with a slash/],
    ['maxSessionDuration', 60, /from 3600 to 43200/],
    ['permissionsBoundary', 'boundary', /the ARN of a managed policy/],
    ['tags', { team: 1 }, /“tags”/],
    ['trustPolicy', '../../.ssh/id_rsa', /a file in this folder/],
    ['inlinePolicies', [{ name: 'a', file: '/etc/passwd' }], /“inlinePolicies”/],
    ['inlinePolicies', [{ name: '', file: 'a.json' }], /“inlinePolicies”/],
    ['attachedPolicies', [{ arn: 'orders' }], /“attachedPolicies”/],
    ['attachedPolicies', [{ arn: 'arn:aws:iam::aws:policy/A', file: '..' }], /“attachedPolicies”/],
    ['tag', {}, /“tag”, which means nothing/],
  ])('with %s %j is refused, by its schema too', (member, value, message) => {
    const wrong = { ...manifest, [member]: value };
    expect(() => readManifest(JSON.stringify(wrong))).toThrow(message);
    expect(isValid(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  });

  it('that is no JSON, or no object, is refused', () => {
    expect(() => readManifest('{')).toThrow(/iam-role\.json is no JSON/);
    expect(() => readManifest('[]')).toThrow(/has to be a JSON object/);
  });
});
