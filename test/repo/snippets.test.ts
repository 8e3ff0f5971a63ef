import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyType } from '../../server/src/policy/policyType.ts';
import { shapeProblems } from '../../server/src/policy/shape/shape.ts';
import { parseJson } from '../../server/src/syntax/parseJson.ts';
import { fillSnippet } from '../snippetText.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL('../../snippets/iam-policies.json', import.meta.url);
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(file, 'utf8'));
const all = Object.entries(snippets).map(([name, snippet]) => ({ name, ...snippet }));

/** The type of the policy that a snippet is, or is a statement of. */
function typeOf(prefix: string): PolicyType {
  const found = (['scp', 'rcp', 'boundary', 'session'] as const).find((type) =>
    prefix.startsWith(`iam-${type}`),
  );
  if (found !== undefined) return found;
  if (prefix.startsWith('iam-bucket-policy')) return 'resource';
  return /^iam-(statement-)?trust/.test(prefix) ? 'trust' : 'identity';
}

describe('a snippet filled in with its defaults', () => {
  it.each(all)('$prefix: $name', ({ prefix, body }) => {
    const text = fillSnippet(body);
    expect(() => JSON.parse(text)).not.toThrow();
    const { root } = parseJson(text);
    if (root?.kind !== 'object') throw new Error('The snippet is no object.');
    const level = prefix.startsWith('iam-statement-') ? 'statement' : 'document';
    expect(shapeProblems(root, { type: typeOf(prefix) }, level)).toEqual([]);
    expect(text).not.toMatch(/\$\d|\$\{\d|\\\$/);
  });
});

describe('the snippet file', () => {
  it('has a prefix, a name and a description for each, none twice', () => {
    for (const { prefix, name, description } of all) {
      expect(prefix).toMatch(/^iam-[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name).toMatch(/^IAM /);
      expect(description.length).toBeGreaterThan(20);
    }
    expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
    expect(new Set(all.map(({ description }) => description)).size).toBe(all.length);
  });

  it.each([
    'iam-trust-ec2',
    'iam-trust-lambda',
    'iam-trust-ecs-task',
    'iam-trust-cross-account',
    'iam-trust-cross-account-ip',
    'iam-trust-saml',
    'iam-trust-github',
    'iam-trust-gitlab',
    'iam-trust-terraform',
    'iam-trust-eks-irsa',
    'iam-trust-google',
    'iam-trust-cognito',
    'iam-trust-roles-anywhere',
    'iam-trust-session-tags',
    'iam-trust-mfa',
    'iam-trust-region',
    'iam-trust-time-window',
    'iam-policy-s3-read',
    'iam-policy-s3-write',
    'iam-policy-logs',
    'iam-policy-ec2-describe',
    'iam-policy-service-linked-role',
    'iam-policy-pass-role',
  ])('has %s', (prefix) => {
    expect(all.map((snippet) => snippet.prefix)).toContain(prefix);
  });
});

describe('fillSnippet', () => {
  it.each([
    ['a ${1:b} $1 ${1}', 'a b b b'],
    ['${1|x,y|} $1', 'x x'],
    ['${1:a ${2:b} c} $2', 'a b c b'],
    ['\\${aws:username} ${1:a\\}b}', '${aws:username} a}b'],
    ['$0', ''],
  ])('%s', (body, text) => {
    expect(fillSnippet(body)).toBe(text);
  });
});
