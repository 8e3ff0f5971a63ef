import { beforeAll, describe, expect, test } from 'vitest';
import { allChecks } from '../../server/src/checks/allChecks.ts';
import { analyzerFindings, findingsOf, knownDifferences, nameOf, place, placesOf } from './corpusFindings.ts';
import { latestManagedPolicies } from './managedPolicies.ts';

const errorCodes = new Set(allChecks.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code));
const errors: string[] = [];
const statementsWith = new Map<string, number>();
let policies = 0;
let statements = 0;

beforeAll(() => {
  const theirs = analyzerFindings();
  for (const policy of latestManagedPolicies()) {
    policies++;
    statements += countStatements(policy.document);
    const their = new Set(theirs.get(nameOf(policy))?.map(({ code, path }) => place(code, path)));
    for (const finding of findingsOf(policy)) {
      statementsWith.set(finding.code, (statementsWith.get(finding.code) ?? 0) + 1);
      if (finding.severity !== 'ERROR') continue;
      const alone = placesOf(finding).filter((one) => !their.has(one));
      errors.push(...alone.map((one) => `${nameOf(policy)}: ${one}`));
    }
  }
}, 120_000);

function countStatements(document: unknown): number {
  if (typeof document !== 'object' || document === null || !('Statement' in document)) return 0;
  return Array.isArray(document.Statement) ? document.Statement.length : 1;
}

describe('the latest version of every AWS managed policy', () => {
  test('there are 1,594', () => {
    expect(policies).toBe(1594);
  });

  test('has no ERROR beyond those AWS gives, but for the known ones', () => {
    const latest = new Set([...latestManagedPolicies()].map(nameOf));
    const known = knownDifferences()
      .filter(
        (one) =>
          one.side === 'ours alone' && errorCodes.has(one.code) && latest.has(`${one.policy} ${one.version}`),
      )
      .flatMap((one) => one.paths.map((path) => `${one.policy} ${one.version}: ${place(one.code, path)}`));
    expect(errors.sort()).toEqual(known.sort());
  });

  /** AWS writes its own policies with more wildcards than anybody should; a check that warns of most is noise. */
  test.each([
    ['RISK_WILDCARD_ACTION', 0.1],
    ['RISK_WILDCARD_RESOURCE', 0.25],
    ['RISK_PRIVILEGE_ESCALATION', 0.03],
    ['RISK_SELF_ESCALATION', 0.01],
    ['RISK_CREDENTIALS_EXPOSURE', 0.03],
    ['RISK_DATA_EXFILTRATION', 0.05],
    ['RISK_RESOURCE_EXPOSURE', 0.03],
    ['RISK_RESOURCE_NEVER_MATCHES', 0.04],
    ['RISK_MISSING_DEPENDENT_ACTION', 0.01],
  ])('%s speaks of no more than %d of the statements, and of some', (code, most) => {
    const part = (statementsWith.get(code) ?? 0) / statements;
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(most);
  });

  test.each(['RISK_CONDITION_KEY_NEVER_SENT', 'RISK_STATEMENT_NEVER_APPLIES'])(
    '%s speaks of none',
    (code) => {
      expect(statementsWith.get(code)).toBeUndefined();
    },
  );
});
