import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from '../../../client/src/readSettings.ts';
import { defaultSettings } from '../../../server/src/protocol.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const properties: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;

/** Kept by the client itself. */
const isOfClient = (name: string) => name === 'iamRoles.trace.server' || name.startsWith('iamRoles.aws.');

test('the settings that are read are those the manifest declares, with the same defaults', () => {
  const read: Record<string, unknown> = {};
  const settings = readSettings((key, fallback) => {
    read[`iamRoles.${key}`] = fallback;
    return fallback;
  });
  expect(settings).toEqual(defaultSettings);
  const declared = Object.entries(properties).filter(([key]) => !isOfClient(key));
  expect(read).toEqual(Object.fromEntries(declared.map(([key, property]) => [key, property.default])));
});

test('a setting reaches its place', () => {
  const settings = readSettings((key, fallback) => {
    const values: Record<string, unknown> = {
      'account.id': '111122223333',
      'catalog.additionalServices': ['new'],
    };
    return key in values ? (values[key] as typeof fallback) : fallback;
  });
  expect(settings.account.id).toBe('111122223333');
  expect(settings.catalog.additionalServices).toEqual(['new']);
});
