import { describe, expect, test } from 'vitest';
import { checkWithAccessAnalyzer } from '../../client/src/commands/review/checkWithAccessAnalyzer.ts';
import { newPolicy, newRole, trusting } from './fake/seeds.ts';
import type { FakeFinding } from './fake/state.ts';
import { must } from './must.ts';
import { allowing, everythingTold, hostile, reviewBench } from './reviewBench.ts';

const bench = reviewBench();
const account = '123456789012';
const uri = 'file:///roles/policy.json';
const validate = { pickMany: ['Validate Policy'] };
const free = [validate];

const position = { line: 1, column: 0, offset: 0 };
function finding(
  path: FakeFinding['locations'][number]['path'],
  more: Partial<FakeFinding> = {},
): FakeFinding {
  return {
    findingType: 'SECURITY_WARNING',
    issueCode: 'ANALYZER_SAYS',
    findingDetails: 'What AWS says.',
    learnMoreLink: 'https://docs.aws.amazon.com/IAM/',
    locations: [{ path, span: { start: position, end: position } }],
    ...more,
  };
}
const action = [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }] as const;
const policy = JSON.parse(allowing(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::amzn-s3-demo-bucket/*'));
const text = JSON.stringify(policy, undefined, 2);

/** What of a document a range is. */
function at(
  document: string,
  range: { start: { line: number; character: number }; end: { character: number } },
) {
  return document.split('\n')[range.start.line]?.slice(range.start.character, range.end.character);
}

describe('Check with AWS Access Analyzer', () => {
  test('places what ValidatePolicy finds, without costs', async () => {
    bench.fake.state.findings[text] = [finding([...action, { index: 1 }])];
    const { analyzed, person } = await bench.run(
      checkWithAccessAnalyzer,
      undefined,
      [...free, { press: 'Go to First Finding' }],
      { documents: { [uri]: text } },
    );
    const [found, ...others] = must(analyzed.get(uri));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'ANALYZER_SAYS',
      severity: 'SECURITY_WARNING',
      message: 'What AWS says.',
    });
    expect(at(text, must(found).range)).toBe('"s3:PutObject"');
    expect(person.opened).toEqual([`${uri}:8:9`]);
    expect(person.lists[0]?.map(({ label, description }) => `${label}: ${description}`)).toEqual([
      'Validate Policy: free',
      'Check for New Access: AWS charges for each call',
      'Check That Access Is Not Granted: AWS charges for each call',
    ]);
    expect(person.log.filter((line) => line.startsWith('confirm'))).toEqual([]);
  });

  test('places it in a policy that is escaped in a template, and within a string', async () => {
    const wrapped = JSON.stringify({ Resources: { R: { PolicyDocument: JSON.stringify(policy) } } });
    const sent = bench.fake.calls;
    const documents = { [uri]: wrapped };
    const first = await bench.run(checkWithAccessAnalyzer, undefined, free, { documents });
    expect(first.analyzed.get(uri)).toEqual([]);
    const document = String(
      must(sent.find(({ operation }) => operation === 'ValidatePolicy')).parameters['policyDocument'],
    );
    expect(JSON.parse(document)).toEqual(policy);
    bench.fake.state.findings[document] = [
      finding([...action, { index: 1 }, { substring: { start: 3, length: 3 } }]),
    ];
    const second = await bench.run(checkWithAccessAnalyzer, undefined, free, { documents });
    const [found] = must(second.analyzed.get(uri));
    expect(at(wrapped, must(found).range)).toBe('Put');
    expect(wrapped.slice(must(found).range.start.character - 4)).toMatch(/^"?s3:Put/);
  });

  test('does not tell again what is told already', async () => {
    const wrong = text.replace('s3:PutObject', 's3:PutObjekt');
    bench.fake.state.findings[wrong] = [
      finding([...action, { index: 1 }], { issueCode: 'INVALID_ACTION', findingType: 'ERROR' }),
      finding([...action, { index: 0 }], { issueCode: 'INVALID_ACTION', findingType: 'ERROR' }),
    ];
    const { analyzed, person } = await bench.run(checkWithAccessAnalyzer, undefined, free, {
      documents: { [uri]: wrong },
    });
    const left = must(analyzed.get(uri));
    expect(left.map(({ range }) => at(wrong, range))).toEqual(['"s3:GetObject"']);
    expect(person.log.at(-1)).toContain('2 findings. 1 of it was told already.');
  });

  test('asks before what costs money, and compares with the live version', async () => {
    const live = newPolicy({ name: 'live' }, allowing('s3:GetObject'));
    bench.fake.state.policies.push(live);
    bench.fake.state.roles.push(newRole({ name: 'orders', attachedPolicies: [live.arn] }));
    const replies = [
      { pickMany: ['Check for New Access', 'Check That Access Is Not Granted'] },
      { pick: 'orders' },
      { pick: 'live' },
      { type: 'PutObject' },
      { type: 's3:PutObject' },
      { type: 'arn:aws:s3:::amzn-s3-demo-bucket/x' },
    ];
    const given = await bench.run(checkWithAccessAnalyzer, undefined, [...replies, 'escape'], {
      documents: { [uri]: text },
    });
    expect(given.person.log.at(-1)).toContain(
      `AWS charges account ${account} for 2 calls of Access Analyzer`,
    );
    const calls = () => bench.fake.calls.filter(({ service }) => service === 'access-analyzer');
    expect(calls()).toEqual([]);
    const { analyzed } = await bench.run(
      checkWithAccessAnalyzer,
      undefined,
      [...replies, { press: 'Check' }],
      {
        documents: { [uri]: text },
      },
    );
    expect(calls()[0]?.parameters).toMatchObject({
      existingPolicyDocument: allowing('s3:GetObject'),
      newPolicyDocument: text,
      policyType: 'IDENTITY_POLICY',
    });
    expect(must(analyzed.get(uri)).map(({ code, range }) => [code, range.start.line])).toEqual([
      ['NEW_ACCESS', 4],
      ['ACCESS_GRANTED', 4],
    ]);
  });

  test('takes a trust policy for one of a role, live and for public access', async () => {
    const open = JSON.parse(trusting('*'));
    bench.fake.state.roles.push(newRole({ name: 'orders' }));
    const { analyzed } = await bench.run(
      checkWithAccessAnalyzer,
      undefined,
      [
        { pickMany: ['Validate Policy', 'Check for New Access', 'Check for Public Access'] },
        { pick: 'orders' },
        { press: 'Check' },
      ],
      { documents: { [uri]: open } },
    );
    const sent = bench.fake.calls.filter(({ service }) => service === 'access-analyzer');
    expect(sent.map(({ parameters }) => parameters)).toMatchObject([
      { policyType: 'RESOURCE_POLICY', validatePolicyResourceType: 'AWS::IAM::AssumeRolePolicyDocument' },
      { policyType: 'RESOURCE_POLICY' },
      { resourceType: 'AWS::IAM::AssumeRolePolicyDocument' },
    ]);
    expect(must(analyzed.get(uri)).map(({ code }) => code)).toEqual(['NEW_ACCESS', 'PUBLIC_ACCESS']);
  });

  test.each(['ValidatePolicy', 'CheckAccessNotGranted'])(
    'goes on without %s, and says which permission is missing',
    async (operation) => {
      bench.fake.fail(operation, { denied: {} });
      const { person } = await bench.run(
        checkWithAccessAnalyzer,
        undefined,
        [
          { pickMany: ['Validate Policy', 'Check That Access Is Not Granted'] },
          { type: 's3:DeleteBucket' },
          { type: '' },
          { press: 'Check' },
          { press: 'Copy Statement' },
        ],
        { documents: { [uri]: text } },
      );
      expect(person.copied[0]).toContain(`access-analyzer:${operation}`);
      expect(person.log.at(-1)).toMatch(/no findings|passed/);
    },
  );

  test('outlasts throttling', async () => {
    bench.fake.fail('ValidatePolicy', 'throttlingException', 2);
    const { person } = await bench.run(checkWithAccessAnalyzer, undefined, free, {
      documents: { [uri]: text },
    });
    expect(person.log.at(-1)).toContain('no findings');
  });

  test('shows nothing of a policy that was edited meanwhile', async () => {
    bench.fake.state.findings[text] = [finding([])];
    const { analyzed, person } = await bench.run(checkWithAccessAnalyzer, undefined, free, {
      documents: { [uri]: text },
      prepare: ({ parts }) => ({
        openPolicies: {
          ...parts.openPolicies,
          all: async () => (await parts.openPolicies.all()).map((one) => ({ ...one, text: 'other' })),
        },
      }),
    });
    expect(analyzed.size).toBe(0);
    expect(person.log.at(-1)).toMatch(/^warn: policy.json was edited/);
  });

  test('is not sent what is not complete, and needs a policy', async () => {
    const PolicyDocument = { ...policy, Statement: [{ ...policy.Statement[0], Resource: { Ref: 'R' } }] };
    const template = {
      Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } } },
    };
    const incomplete = await bench.run(checkWithAccessAnalyzer, undefined, [], {
      documents: { [uri]: template },
    });
    expect(incomplete.person.log.at(-1)).toMatch(/^fail: AWS cannot be sent the policy/);
    const none = await bench.run(checkWithAccessAnalyzer, undefined, []);
    expect(none.person.log.at(-1)).toMatch(/^fail: No policy is open/);
  });

  test('keeps texts of AWS as texts', async () => {
    bench.fake.state.findings[text] = [finding([], { findingDetails: hostile })];
    const run = await bench.run(checkWithAccessAnalyzer, undefined, free, { documents: { [uri]: text } });
    expect(must(run.analyzed.get(uri))[0]?.message).toBe(hostile);
    expect(everythingTold(run)).not.toContain('onerror');
  });
});
