import type { Catalog } from '../../catalog/catalog.ts';
import { findOidcProvider } from '../../catalog/findOidcProvider.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import type { Fix } from '../check.ts';
import { addCondition, dropIfExists } from '../commonFixes.ts';
import { fixWith } from '../listFixes.ts';
import { claimOf, gitHubIssuer } from './oidcPrincipals.ts';

/** What stands for a claim's value until the author writes it. */
const placeholders: Readonly<Record<string, string>> = { aud: 'CLIENT_ID', sub: 'SUBJECT' };
const gitHubSubject = 'repo:OWNER/REPO:ref:refs/heads/main';

/** The condition keys of an issuer that are to be tested. */
export interface WantedClaims {
  readonly issuer: string;
  readonly keys: readonly string[];
  /** Whether a test of another claim would do as well. */
  readonly orOthers: boolean;
}

/**
 * Fixes that test claims of an issuer: without IfExists where they are tested with it, else as new conditions with an
 * example's value. None for a statement with other principals, which have no such claims.
 */
export function testClaims(
  statement: Statement,
  { issuer, keys, orOthers }: WantedClaims,
  catalog: Catalog,
): Fix[] {
  if ((statement.principal?.entries.length ?? 0) > 1) return [];
  const tested = testedKeys(statement);
  const lenient = tested.filter((key) => keys.includes(key) || (orOthers && claimOf(key)?.issuer === issuer));
  const strict = [...new Set(lenient)].flatMap((key) => dropIfExists(statement, key));
  if (strict.length > 0) return strict;
  const audience = `${issuer}:aud`;
  const missing = issuer === gitHubIssuer && !tested.includes(audience) ? [...keys, audience] : keys;
  return fixWith(
    `Add a condition on ${missing.join(' and ')}`,
    addClaims(statement, issuer, missing, catalog),
  );
}

/** In lower case. */
function testedKeys({ condition }: Statement): readonly string[] {
  const entries = (condition?.operators ?? []).flatMap(({ conditions }) => conditions);
  return entries.map(({ key }) => (literalOf(key) ?? '').toLowerCase());
}

function addClaims(
  statement: Statement,
  issuer: string,
  keys: readonly string[],
  catalog: Catalog,
): TreeEdit[] {
  const tests = keys.map((key) => [key, exampleOf(key, issuer, catalog)] as const);
  if (statement.condition === undefined) {
    const value = { StringEquals: Object.fromEntries(tests) };
    return [{ edit: 'addMember', object: statement.node, name: 'Condition', value }];
  }
  const blocks = statement.condition.operators;
  const inBlock = blocks.some(({ key }) => literalOf(key)?.toLowerCase() === 'stringequals');
  if (inBlock) return tests.flatMap(([key, value]) => addCondition(statement, 'StringEquals', key, value));
  const object = statement.condition.value;
  if (object?.kind !== 'object') return [];
  return [{ edit: 'addMember', object, name: 'StringEquals', value: Object.fromEntries(tests) }];
}

/** What the provider's documentation shows, where that is a value and no description. */
function exampleOf(key: string, issuer: string, catalog: Catalog): string {
  const claim = claimOf(key)?.claim ?? '';
  const provider = findOidcProvider(catalog, issuer);
  if (issuer === gitHubIssuer && claim === 'sub') return gitHubSubject;
  const shown =
    claim === 'sub' ? provider?.subjectExamples[0] : claim === 'aud' ? provider?.audience : undefined;
  const value = /^[A-Z_]+(?= )|^[^\s*?]+$/.exec(shown ?? '')?.[0];
  return value ?? placeholders[claim] ?? claim.toUpperCase();
}
