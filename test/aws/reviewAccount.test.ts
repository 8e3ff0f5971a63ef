import { describe, expect, test } from 'vitest';
import { reviewAccount } from '../../client/src/commands/review/reviewAccount.ts';
import { connectionTo } from './connection.ts';
import { newCaller, newPolicy, newRole, trusting } from './fake/seeds.ts';
import { must } from './must.ts';
import { allowing, everythingTold, harmful, hostile, reviewBench } from './reviewBench.ts';

const bench = reviewBench();
const account = '123456789012';
const alice = `arn:aws:iam::${account}:user/Alice`;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const ninety = { type: '90' };

/** Roles of every kind that a review tells of. */
function addRoles() {
  const { state } = bench.fake;
  const policy = newPolicy({ name: 'wide' }, allowing('s3:*'));
  state.policies.push(policy);
  state.roles.push(
    newRole({
      name: 'busy',
      trustPolicy: trusting({ AWS: alice }),
      inlinePolicies: { read: allowing('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/*') },
      lastUsed: { date: daysAgo(2), region: 'eu-west-1' },
    }),
    newRole({
      name: 'idle',
      trustPolicy: trusting({ AWS: alice }),
      description: 'Reports, once',
      lastUsed: { date: daysAgo(120), region: 'eu-west-1' },
    }),
    newRole({
      name: 'young',
      trustPolicy: trusting({ AWS: `arn:aws:iam::${account}:root` }),
      created: daysAgo(3),
    }),
    newRole({
      name: 'vendor',
      trustPolicy: trusting({ AWS: 'arn:aws:iam::777788889999:root' }),
      attachedPolicies: [policy.arn, 'arn:aws:iam::aws:policy/AdministratorAccess'],
      lastUsed: { date: daysAgo(1), region: 'eu-west-1' },
    }),
    newRole({
      name: 'broken',
      trustPolicy: trusting({ AWS: alice }),
      inlinePolicies: { typo: allowing('s3:GetObjekt') },
    }),
    newRole({ name: 'AWSServiceRoleForECS', path: '/aws-service-role/ecs.amazonaws.com/' }),
  );
}

/** The part of a report under a heading. */
function section(report: string, heading: string): string {
  return report.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
}

describe('Review Roles of the Account', () => {
  test('tells unused roles, outside accounts, wildcards, missing conditions and findings', async () => {
    addRoles();
    const { report, person } = await bench.run(reviewAccount, undefined, [
      ninety,
      { press: 'Save as CSV…' },
      { press: 'Save Report…' },
    ]);
    const today = new Date().toISOString().slice(0, 10);
    expect(report).toContain(`# Roles of account ${account}, ${today}`);
    expect(report).toContain('| Reviewed | 5 |');
    expect(report).toContain('| Of AWS services, not reviewed | 1 |');
    const unused = section(report, 'Not used');
    expect(unused).toContain('`idle`');
    expect(unused).toContain('`broken` | not in the last 400 days');
    expect(unused).not.toMatch(/busy|young|vendor/);
    expect(section(report, 'Trusting outside')).toContain('| `vendor` | `777788889999` |');
    const wildcards = section(report, 'Wildcard grants');
    expect(wildcards).toContain('customer managed policy wide');
    expect(wildcards).toContain('AWS managed policy AdministratorAccess');
    expect(section(report, 'Missing conditions')).toContain('RISK_MISSING_EXTERNAL_ID');
    expect(section(report, 'Missing conditions')).not.toContain('young');
    expect(section(report, 'Findings: errors')).toContain('| `INVALID_ACTION` | 1 | `broken` |');
    expect(report).not.toContain('What could not be read');
    expect(person.saved.map(({ name }) => name)).toEqual([
      `iam-roles-${account}-${today}.csv`,
      `iam-roles-${account}-${today}.md`,
    ]);
    const csv = must(person.saved[0]).text.split('\r\n');
    expect(csv[0]).toContain('Role,ARN,Created,Last used,Topic');
    expect(csv.filter((row) => row.includes(',busy,'))).toMatchObject([/,none,/]);
    expect(csv.find((row) => row.includes(',idle,'))).toContain(',unused,');
    expect(csv.find((row) => row.includes('INVALID_ACTION'))).toContain('inline policy typo');
  });

  test('takes the days that a person says', async () => {
    addRoles();
    const { report, person } = await bench.run(reviewAccount, undefined, [
      { type: 'many' },
      { type: '401' },
      { type: '200' },
    ]);
    expect(person.inputs.map(({ complaint }) => complaint)).toEqual([
      'Write a number from 1 to 400.',
      'Write a number from 1 to 400.',
      undefined,
    ]);
    expect(section(report, 'Not used for 200 days')).not.toContain('`idle`');
  });

  test.each([
    'GetRole',
    'ListRolePolicies',
    'GetRolePolicy',
    'ListAttachedRolePolicies',
    'GetPolicy',
    'GetPolicyVersion',
  ])('goes on without %s, and says what is missing for it', async (operation) => {
    addRoles();
    bench.fake.fail(operation, { denied: {} });
    const { report } = await bench.run(reviewAccount, undefined, [ninety]);
    expect(report).toContain('| Reviewed | 5 |');
    expect(section(report, 'What could not be read')).toMatch(new RegExp(`- iam:${operation}, refused`));
  });

  test('cannot do without ListRoles, and says so', async () => {
    bench.fake.fail('ListRoles', { denied: {} });
    const { person } = await bench.run(reviewAccount, undefined, [ninety, { press: 'Copy Statement' }]);
    expect(person.copied[0]).toContain('iam:ListRoles');
    expect(person.shown).toEqual([]);
  });

  test('goes on with 300 roles after a session that expires in the middle', async () => {
    const { state, url } = bench.fake;
    for (let index = 0; index < 300; index++)
      state.roles.push(newRole({ name: `role-${index}`, trustPolicy: trusting({ AWS: alice }) }));
    const session = (token: string) =>
      newCaller({
        arn: `arn:aws:sts::${account}:assumed-role/audit/alice`,
        userId: 'AROAEXAMPLEAUDITROLE:alice',
        kind: 'role',
        roleArn: `arn:aws:iam::${account}:role/audit`,
        sessionToken: token,
      });
    const [first, second] = [session('first'), session('second')];
    state.callers.push(first, second);
    let reads = 0;
    const { report, person } = await bench.run(reviewAccount, undefined, [ninety, { press: 'Go On' }], {
      caller: first,
      prepare({ parts }) {
        const connections = [first, second].map(({ accessKeyId, secretAccessKey, sessionToken }) => {
          const keys = { accessKeyId, secretAccessKey, sessionToken, expiration: undefined };
          return connectionTo(url, { credentials: async () => keys });
        });
        return {
          activeProfile: { ...parts.activeProfile, connect: async () => connections.shift() },
          async ask(method, params) {
            if (++reads === 150)
              state.callers.splice(state.callers.indexOf(first), 1, { ...first, expires: daysAgo(1) });
            return parts.ask(method, params);
          },
        };
      },
    });
    expect(report).toContain('| Reviewed | 300 |');
    expect(report).not.toContain('not complete');
    expect(person.log.filter((line) => line.startsWith('warn'))).toMatchObject([
      /session of this profile has expired.* 1\d\d of 300 roles are read and kept/,
    ]);
    const read = bench.fake.calls.filter(({ operation }) => operation === 'GetRole');
    const names = read.map(({ parameters }) => parameters['RoleName']);
    expect(new Set(names).size).toBe(300);
    expect(names.length).toBeLessThan(320);
  }, 30_000);

  test('reports what was read when nobody signs in again', async () => {
    addRoles();
    bench.fake.fail('GetRole', 'expiredToken');
    const { report } = await bench.run(reviewAccount, undefined, [ninety, { press: 'Report What Was Read' }]);
    expect(report).toContain('**The review is not complete: it ended after 0 of 5 roles.**');
  });

  test('outlasts throttling', async () => {
    addRoles();
    bench.fake.fail('GetRole', 'throttling', 3);
    const { report } = await bench.run(reviewAccount, undefined, [ninety]);
    expect(report).toContain('| Reviewed | 5 |');
  }, 30_000);

  test('ends when it is cancelled', async () => {
    addRoles();
    const { person } = await bench.run(reviewAccount, undefined, [ninety], {
      prepare(_, one) {
        one.cancelWhen(/1 of 5/);
        return undefined;
      },
    });
    expect(person.shown).toEqual([]);
    expect(person.log.filter((line) => /^(fail|warn)/.test(line))).toEqual([]);
  });

  test('shows a hostile description and tag harmlessly', async () => {
    bench.fake.state.roles.push(
      newRole({ name: '-idle', description: hostile, tags: { [hostile]: hostile } }),
      newRole({ name: '=cmd', inlinePolicies: { '=HYPERLINK': allowing(`s3:${hostile}`) } }),
    );
    const run = await bench.run(reviewAccount, undefined, [ninety, { press: 'Save as CSV…' }]);
    expect(run.report).toContain('gnp.exe');
    expect(run.report).not.toMatch(harmful);
    expect(everythingTold(run)).not.toContain('\u202e');
    expect(must(run.person.saved[0]).text).not.toMatch(/(^|,)"?[=+\-@]|\u202e/m);
  });
});
