import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument, Statement } from '../policy/model.ts';
import { accountOf, parsePrincipal } from '../policy/principalArn.ts';
import type { NamedPrincipal, PolicyDescription } from '../protocol.ts';
import { literalOf, type Node } from '../syntax/node.ts';
import { principalPhrase } from './principalPhrase.ts';
import { writtenText } from './statementName.ts';
import { statementSentence } from './statementSentence.ts';

/** A policy in plain words, and what somebody who assumes its role has to bring; `ownAccounts` are the user's. */
export function describePolicy(
  policy: PolicyDocument,
  catalog: Catalog,
  ownAccounts: readonly string[],
): PolicyDescription {
  const allowing = policy.statements.filter(({ effect }) => effect?.allows === 'Allow');
  return {
    sentences: policy.statements.map((statement) => statementSentence(statement, catalog)),
    externalIds: [...new Set(allowing.flatMap((statement) => valuesOf(statement, 'sts:externalid')))],
    asksForMfa:
      allowing.length > 0 &&
      allowing.every((statement) => valuesOf(statement, 'aws:multifactorauthpresent').includes('true')),
    forAwsCallers: allowing.some(
      ({ principal }) =>
        principal !== undefined &&
        (principal.everyone ||
          principal.name === 'NotPrincipal' ||
          principal.entries.some(({ type }) => type === 'AWS')),
    ),
    services: [
      ...new Set(
        allowing.flatMap(({ principal }) =>
          (principal?.entries ?? []).flatMap(({ type, node }) =>
            type === 'Service' ? (literalOf(node) ?? []) : [],
          ),
        ),
      ),
    ],
    outsideAccounts: [...new Set(allowing.flatMap(accountsOf))].filter((one) => !ownAccounts.includes(one)),
    principals: namedPrincipals(allowing, catalog),
  };
}

function accountsOf({ principal }: Statement): readonly string[] {
  return (principal?.name === 'Principal' ? principal.entries : []).flatMap(({ type, node }) =>
    type === 'AWS' ? (accountOf(parsePrincipal('AWS', literalOf(node) ?? '')) ?? []) : [],
  );
}

function namedPrincipals(allowing: readonly Statement[], catalog: Catalog): readonly NamedPrincipal[] {
  const named = new Map<string, NamedPrincipal>();
  for (const statement of allowing) {
    for (const one of principalsOf(statement, catalog)) {
      const key = `${one.type} ${one.phrase}`;
      const before = named.get(key);
      named.set(key, { ...one, conditional: one.conditional && before?.conditional !== false });
    }
  }
  return [...named.values()];
}

function principalsOf({ principal, condition }: Statement, catalog: Catalog): readonly NamedPrincipal[] {
  if (principal === undefined) return [];
  const conditional = condition !== undefined;
  const entries = principal.entries.map(({ type, node }) => {
    const name = writtenText(node);
    return {
      type: type ?? 'other',
      name,
      phrase: principalPhrase(type, name, catalog),
      conditional,
    } as const;
  });
  if (principal.name === 'NotPrincipal') {
    const but = entries.map(({ phrase }) => phrase).join(', ');
    return [{ type: 'everyone', name: '*', phrase: `everyone but ${but}`, conditional }];
  }
  if (principal.everyone) return [{ type: 'everyone', name: '*', phrase: 'everyone', conditional }];
  return entries.map((one) => (one.type === 'AWS' && one.name === '*' ? { ...one, type: 'everyone' } : one));
}

/** Values of a condition key under operators that are not negated. */
function valuesOf({ condition }: Statement, key: string): readonly string[] {
  return (condition?.operators ?? [])
    .filter(({ operator }) => operator?.negated === false && operator.family !== 'Null')
    .flatMap(({ conditions }) => conditions)
    .filter((entry) => literalOf(entry.key)?.toLowerCase() === key)
    .flatMap(({ values }) => values.flatMap((value) => plainText(value) ?? []));
}

function plainText(node: Node): string | undefined {
  return node.kind === 'boolean' ? String(node.value) : literalOf(node);
}
