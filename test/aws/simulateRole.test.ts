import { describe, expect, test } from 'vitest';
import { simulateRole } from '../../client/src/commands/review/simulateRole.ts';
import { newPolicy, newRole, trusting } from './fake/seeds.ts';
import { allowing, reviewBench } from './reviewBench.ts';

const bench = reviewBench();
const account = '123456789012';
const alice = `arn:aws:iam::${account}:user/Alice`;
const object = 'arn:aws:s3:::amzn-s3-demo-bucket/report.csv';

function addRole(more: Partial<Parameters<typeof newRole>[0]> = {}) {
  bench.fake.state.roles.push(
    newRole({
      name: 'reader',
      trustPolicy: trusting({ AWS: alice }),
      inlinePolicies: {
        read: allowing(['s3:GetObject', 'sqs:*Queue'], ['arn:aws:s3:::amzn-s3-demo-bucket/*']),
      },
      ...more,
    }),
  );
}

describe('Simulate Role', () => {
  test('offers what the role may do, and says what the simulator does not know', async () => {
    addRole();
    const { report, person } = await bench.run(simulateRole, 'reader', [
      { pick: 's3:GetObject' },
      { type: 'report.csv' },
      { type: `${object}, arn:aws:s3:::amzn-s3-demo-bucket1/x` },
    ]);
    expect(person.lists[0]?.map(({ label }) => label)).toContain('sqs:DeleteQueue');
    expect(person.inputs[0]?.complaint).toMatch(/^Write ARNs/);
    expect(report).toContain('**On 1 of 2 resources**');
    expect(report).toContain(`| \`${object}\` | allowed | none | not told | \`role_reader_read\` |`);
    expect(report).toContain('not allowed by any statement');
    expect(report).toContain(`The trust policy lets \`${alice}\`, which is who asks, assume the role.`);
    expect(report).toMatch(
      /does not know[\s\S]*Resource-based policies[\s\S]*Session policies[\s\S]*service control/,
    );
  });

  test('says what the permissions boundary does', async () => {
    const boundary = newPolicy({ name: 'limit' }, allowing('sqs:*'));
    bench.fake.state.policies.push(boundary);
    addRole({ boundary: boundary.arn, trustPolicy: trusting({ Service: 'ec2.amazonaws.com' }) });
    const { report } = await bench.run(simulateRole, 'reader', [
      { pick: 'Enter an Action…' },
      { type: 'S3' },
      { type: 's3:GetObject' },
      { type: object },
    ]);
    expect(report).toContain('**No**.');
    expect(report).toContain('| does not allow it |');
    expect(report).toContain(boundary.arn);
    expect(report).toContain('The trust policy does not let');
  });

  test('asks for the condition keys that the decision depends on', async () => {
    addRole();
    const missing = ['aws:SourceIp', 'aws:MultiFactorAuthPresent', 'aws:PrincipalTag/team'];
    bench.fake.state.simulations['s3:GetObject'] = { decision: 'implicitDeny', missingContextKeys: missing };
    const { report, person } = await bench.run(simulateRole, 'reader', [
      { pick: 's3:GetObject' },
      { type: '*' },
      { type: '203.0.113.7' },
      { type: 'yes' },
      { type: 'true' },
      { type: '' },
    ]);
    expect(person.inputs.map(({ complaint }) => complaint)).toContain('Write true or false.');
    const [, second] = bench.fake.calls.filter(({ operation }) => operation === 'SimulatePrincipalPolicy');
    expect(JSON.stringify(second?.parameters['ContextEntries'])).toMatch(
      /aws:SourceIp.*203\.0\.113\.7.*"ip".*aws:MultiFactorAuthPresent.*true.*"boolean"/,
    );
    expect(report).toContain('Asked with `aws:SourceIp = 203.0.113.7`');
    expect(report).toContain('It depends on condition keys that were given no value.');
  });

  test('says when the organization may deny it', async () => {
    addRole();
    bench.fake.state.simulations['s3:GetObject'] = {
      decision: 'implicitDeny',
      allowedByOrganizations: false,
    };
    const { report } = await bench.run(simulateRole, 'reader', [{ pick: 's3:GetObject' }, { type: '*' }]);
    expect(report).toContain('| does not allow it | no statement |');
  });

  test.each(['ListRolePolicies', 'GetRolePolicy', 'ListAttachedRolePolicies', 'ListMFADevices'])(
    'does without %s',
    async (operation) => {
      addRole();
      bench.fake.fail(operation, { denied: {} });
      const { report } = await bench.run(simulateRole, 'reader', [
        { pick: 'Enter an Action…' },
        { type: 's3:GetObject' },
        { type: object },
      ]);
      expect(report).toContain('**Yes**');
    },
  );

  test('tells the permission that it cannot do without', async () => {
    addRole();
    bench.fake.fail('SimulatePrincipalPolicy', { denied: {} });
    const { person } = await bench.run(simulateRole, 'reader', [
      { pick: 's3:GetObject' },
      { type: '*' },
      { press: 'Copy Statement' },
    ]);
    expect(person.copied[0]).toContain('iam:SimulatePrincipalPolicy');
  });

  test('outlasts throttling', async () => {
    addRole();
    bench.fake.fail('SimulatePrincipalPolicy', 'throttling', 2);
    const { report } = await bench.run(simulateRole, 'reader', [{ pick: 's3:GetObject' }, { type: object }]);
    expect(report).toContain('**Yes**');
  });

  test('ends when a question is dismissed', async () => {
    addRole();
    const { person } = await bench.run(simulateRole, 'reader', [{ pick: 's3:GetObject' }, 'escape']);
    expect(person.shown).toEqual([]);
  });
});
