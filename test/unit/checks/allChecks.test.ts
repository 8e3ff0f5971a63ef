import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../../server/src/checks/allChecks.ts';
import analyzerCodes from './analyzerCodes.json' with { type: 'json' };

const folder = new URL('../../../server/src/checks/', import.meta.url);

/** Check files are the only ones with names in kebab-case; they hold a code, or the codes that begin alike. */
const files = readdirSync(fileURLToPath(folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => /[/\\][a-z0-9]+(-[a-z0-9]+)+\.ts$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

function isCheck(value: unknown): value is { readonly code: string } {
  return typeof value === 'object' && value !== null && 'code' in value && 'check' in value;
}

async function checksIn(path: string): Promise<readonly { readonly code: string }[]> {
  const module: Record<string, unknown> = await import(new URL(path, folder).href);
  return Object.values(module)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isCheck);
}

test('there are files of checks to compare', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('%s', (path) => {
  test('holds checks, all of them in the lists', async () => {
    const checks = await checksIn(path);
    expect(checks.length).toBeGreaterThan(0);
    const listed = new Set<unknown>(allChecks);
    expect(checks.filter((check) => !listed.has(check))).toEqual([]);
  });

  test('is named after what its codes have in common', async () => {
    const name = path
      .replace(/^.*\/|\.ts$/g, '')
      .replaceAll('-', '_')
      .toUpperCase();
    const others = (await checksIn(path)).filter(({ code }) => code !== name && !code.startsWith(`${name}_`));
    expect(others.map(({ code }) => code)).toEqual([]);
  });
});

test('every check of the lists stands in a file named after it', async () => {
  const found = new Set<unknown>((await Promise.all(files.map(checksIn))).flat());
  expect(allChecks.filter((check) => !found.has(check)).map(({ code }) => code)).toEqual([]);
});

test('a code has the same severity everywhere', () => {
  const severities = new Map(allChecks.map(({ code, severity }) => [code, severity]));
  expect(allChecks.filter(({ code, severity }) => severities.get(code) !== severity)).toEqual([]);
});

const codes = Object.entries(analyzerCodes.codes);

test('the table of AWS has all codes', () => {
  expect(codes.length).toBe(153);
  expect(codes.filter(([, severity]) => severity === 'ERROR').length).toBe(79);
});

test.each(codes)('%s is checked', (code) => {
  expect(allChecks.map((check) => check.code)).toContain(code);
});

test.each(
  allChecks.filter(({ code }) => !code.startsWith('RISK_')).map(({ code, severity }) => ({ code, severity })),
)('$code is a code of AWS, with its severity', ({ code, severity }) => {
  expect(new Map(codes).get(code)).toBe(severity);
});
