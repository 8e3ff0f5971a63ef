import { beforeAll, describe, expect, test } from 'vitest';
import { allChecks } from '../../server/src/checks/allChecks.ts';
import { analyzerFindings, findingsOf, knownDifferences, nameOf, place, placesOf } from './corpusFindings.ts';
import { managedPolicies } from './managedPolicies.ts';

const theirs = analyzerFindings();
/** Lines such as `ReadOnlyAccess v12: INVALID_ACTION Statement.0.Action.3`. */
const oursAlone: string[] = [];
const theirsAlone: string[] = [];
let compared = 0;
let agreed = 0;
/** Those AWS found nothing in, and of these the ones in which we do. */
let clean = 0;
const notClean: string[] = [];
/** By policy, the findings that are listed with the one of its size. */
const tooLarge: Record<string, number> = {};

const codes = new Set(allChecks.map(({ code }) => code).filter((code) => !code.startsWith('RISK_')));

beforeAll(() => {
  for (const policy of managedPolicies()) {
    const name = nameOf(policy);
    const found = theirs.get(name);
    if (found === undefined) continue;
    compared++;
    const their = new Set(
      found.filter(({ code }) => codes.has(code)).map(({ code, path }) => place(code, path)),
    );
    const findings = findingsOf(policy);
    const our = new Set(findings.flatMap((finding) => (codes.has(finding.code) ? placesOf(finding) : [])));
    for (const { code, related } of findings)
      if (code === 'RISK_POLICY_TOO_LARGE_TO_ANALYZE') tooLarge[name] = related.length;
    if (found.length === 0) {
      clean++;
      if (our.size > 0) notClean.push(name);
    }
    for (const one of our) if (!their.has(one)) oursAlone.push(`${name}: ${one}`);
    for (const one of their) if (!our.has(one)) theirsAlone.push(`${name}: ${one}`);
    agreed += [...our].filter((one) => their.has(one)).length;
  }
}, 120_000);

function known(side: 'ours alone' | 'theirs alone'): string[] {
  return knownDifferences()
    .filter((one) => one.side === side && theirs.has(`${one.policy} ${one.version}`) && codes.has(one.code))
    .flatMap((one) => one.paths.map((path) => `${one.policy} ${one.version}: ${place(one.code, path)}`));
}

describe('Access Analyzer on 710 AWS managed policies', () => {
  test('all of them are in the package', () => {
    expect(compared).toBe(710);
  });

  test('we report nothing more than it does', () => {
    expect(oursAlone.sort()).toEqual(known('ours alone').sort());
  });

  test('we report nothing less than it does', () => {
    expect(theirsAlone.sort()).toEqual(known('theirs alone').sort());
  });

  test('we report all that it does, 139 places', () => {
    expect(agreed).toBe(139);
  });

  test('what it calls clean, all 656, stays clean', () => {
    expect(clean).toBe(656);
    expect(notClean).toEqual([]);
  });

  test('four of these are too large for it, and what other checks find in them is listed with the finding that says so', () => {
    expect(tooLarge).toEqual({
      'AWSConfigServiceRolePolicy v90': 15,
      'AWSPartnerLedSupportReadOnlyAccess v3': 37,
      'SageMakerStudioProjectUserRolePermissionsBoundary v19': 4,
      'SageMakerStudioProjectUserRolePolicy v63': 4,
    });
  });
});
