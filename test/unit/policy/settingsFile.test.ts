import { describe, expect, it } from 'vitest';
import {
  kindForFile,
  levelsForFile,
  readSettingsFile,
  type SettingsFile,
  suppressionsForFile,
} from '../../../server/src/policy/settingsFile.ts';

function settingsIn(text: string): SettingsFile {
  const reading = readSettingsFile(text, ['INVALID_ACTION', 'RISK_TRUST_EVERYONE']);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.settings;
}

/** Problems as `message @ marked text`. */
function problemsIn(text: string): readonly string[] {
  const reading = readSettingsFile(text, ['INVALID_ACTION', 'RISK_TRUST_EVERYONE']);
  if (!('problems' in reading)) return [];
  return reading.problems.map(({ message, start, end }) => `${message} @ ${text.slice(start, end)}`);
}

const nothing: SettingsFile = {
  policies: [],
  trustedAccounts: [],
  organizationIds: [],
  account: undefined,
  partition: undefined,
  quotas: {},
  catalog: { additionalActions: [], additionalConditionKeys: [], additionalServices: [] },
  checks: {},
  overrides: [],
  suppressions: [],
};

describe('a settings file', () => {
  it('is read, with comments and trailing commas', () => {
    const settings = settingsIn(`{
      // ours
      "$schema": "https://example.com/iam-roles.config.schema.json",
      "policies": [
        { "files": "*.trust.json", "type": "trust" },
        { "files": ["buckets/**", "b.json"], "type": "resource", "owner": "AWS::S3::Bucket" },
      ],
      "trustedAccounts": ["111122223333"],
      "account": "444455556666",
      "partition": "aws-cn",
      "organizationIds": ["o-a1b2c3d4e5"],
      "quotas": { "roleTrustPolicyLength": 4096 },
      "catalog": { "additionalActions": ["s3:New"], "additionalServices": ["new"] },
    }`);
    expect(settings).toEqual({
      ...nothing,
      policies: [
        { globs: ['*.trust.json'], kind: { type: 'trust' } },
        { globs: ['buckets/**', 'b.json'], kind: { type: 'resource', owner: 'AWS::S3::Bucket' } },
      ],
      trustedAccounts: ['111122223333'],
      account: '444455556666',
      partition: 'aws-cn',
      organizationIds: ['o-a1b2c3d4e5'],
      quotas: { roleTrustPolicyLength: 4096 },
      catalog: { additionalActions: ['s3:New'], additionalConditionKeys: [], additionalServices: ['new'] },
    });
  });

  it('may be an empty object', () => {
    expect(settingsIn('{}')).toEqual(nothing);
  });
});

describe('the type of a file', () => {
  const settings = settingsIn(`{ "policies": [
    { "files": "policies/**", "type": "identity" },
    { "files": ["*.trust.json", "*.assume.json"], "type": "trust" },
    { "files": "policies/bucket/*", "type": "resource", "owner": "AWS::S3::Bucket" }
  ] }`);

  it.each([
    ['policies/a/b.json', { type: 'identity' }],
    ['policies/a.trust.json', { type: 'trust' }],
    ['x/y.assume.json', { type: 'trust' }],
    ['policies/bucket/a.trust.json', { type: 'resource', owner: 'AWS::S3::Bucket' }],
    ['other.json', undefined],
  ])('%s', (path, kind) => {
    expect(kindForFile(settings, path)).toEqual(kind);
  });
});

describe('the checks of a file', () => {
  const settings = settingsIn(`{
    "checks": { "INVALID_ACTION": "WARNING" },
    "overrides": [
      { "files": "legacy/**", "checks": { "INVALID_ACTION": "off", "RISK_TRUST_EVERYONE": "ERROR" } },
      { "files": ["*.new.json"], "checks": { "INVALID_ACTION": "SUGGESTION" } }
    ],
    "suppressions": [
      { "code": "INVALID_ACTION", "reason": "x" },
      { "code": "INVALID_ACTION", "files": "a.json", "sid": "Read", "reason": "x" },
      { "code": "RISK_TRUST_EVERYONE", "files": ["b/*"], "path": "Statement[0]", "reason": "x" }
    ]
  }`);

  it.each([
    ['a.json', { INVALID_ACTION: 'WARNING' }],
    ['legacy/a.json', { INVALID_ACTION: 'off', RISK_TRUST_EVERYONE: 'ERROR' }],
    ['legacy/a.new.json', { INVALID_ACTION: 'SUGGESTION', RISK_TRUST_EVERYONE: 'ERROR' }],
  ])('have the levels of the last override: %s', (path, levels) => {
    expect(levelsForFile(settings, path)).toEqual(levels);
  });

  it.each([
    ['a.json', [undefined, { sid: 'Read' }]],
    ['c/a.json', [undefined, { sid: 'Read' }]],
    ['b/c.json', [undefined, { path: 'Statement[0]' }]],
  ])('have the suppressions that speak of it or of every file: %s', (path, within) => {
    expect(suppressionsForFile(settings, path).map((one) => one.within)).toEqual(within);
  });
});

function rule(members: string): string {
  return `{"policies":[{${members}}]}`;
}

function suppression(members: string): string {
  return `{"suppressions":[{"code":"INVALID_ACTION",${members}}]}`;
}

const types = 'trust, identity, resource, scp, rcp, boundary or session';
const owners =
  'AWS::S3::Bucket, AWS::S3::AccessPoint, AWS::S3::MultiRegionAccessPoint, AWS::S3ObjectLambda::AccessPoint or AWS::DynamoDB::Table';
const partitions = 'aws, aws-cn, aws-us-gov, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f or aws-eusc';
const aGlob = '"files" must be a path with wildcards, such as "policies/**/*.json", or a list of such paths.';

describe('one mistake is one problem', () => {
  it.each([
    ['', 'The settings file is empty: write {} at least. @ '],
    ['[]', 'The settings file must be an object in braces. @ []'],
    [
      '{"polices":[]}',
      'The settings file has policies, checks, overrides, suppressions, trustedAccounts, organizationIds, account, partition, quotas and catalog, but no "polices"; did you mean "policies"? @ "polices"',
    ],
    ['{"policies":{}}', '"policies" must be a list of objects with "files" and "type". @ {}'],
    ['{"policies":["x"]}', '"policies" must be a list of objects with "files" and "type". @ "x"'],
    [rule('"type":"scp"'), 'An entry of "policies" needs "files": the files it speaks of. @ {"type":"scp"}'],
    [
      rule('"files":"a"'),
      'An entry of "policies" needs "type": what the policies in these files are, such as "trust". @ {"files":"a"}',
    ],
    [
      rule('"files":"a","type":"trsut"'),
      `"type" must be one of ${types}, but is "trsut"; did you mean "trust"? @ "trsut"`,
    ],
    [
      rule('"files":"a","type":"xylophone"'),
      `"type" must be one of ${types}, but is "xylophone". @ "xylophone"`,
    ],
    [rule('"files":"a","type":1'), `"type" must be one of ${types}. @ 1`],
    [
      rule('"files":"a","type":"scp","kind":1'),
      'An entry of "policies" has files, type and owner, but no "kind". @ "kind"',
    ],
    [
      rule('"files":"a","type":"scp","owner":"AWS::S3::Bucket"'),
      '"owner" says whose a resource policy is: it goes with "type": "resource" only. @ "owner"',
    ],
    [
      rule('"files":"a","type":"resource","owner":"AWS::S3::Buckets"'),
      `"owner" must be one of ${owners}, but is "AWS::S3::Buckets"; did you mean "AWS::S3::Bucket"? @ "AWS::S3::Buckets"`,
    ],
    [rule('"files":"","type":"scp"'), `${aGlob} @ ""`],
    [rule('"files":[],"type":"scp"'), `${aGlob} @ []`],
    [rule('"files":["a",2],"type":"scp"'), `${aGlob} @ 2`],
    [rule('"files":{},"type":"scp"'), `${aGlob} @ {}`],
    [
      '{"trustedAccounts":["12"]}',
      '"trustedAccounts" must be a list of account ids, each a string of 12 digits. @ "12"',
    ],
    [
      '{"trustedAccounts":"111122223333"}',
      '"trustedAccounts" must be a list of account ids, each a string of 12 digits. @ "111122223333"',
    ],
    ['{"account":111122223333}', '"account" must be an account id: a string of 12 digits. @ 111122223333'],
    [
      '{"partition":"aws-us-gvo"}',
      `"partition" must be one of ${partitions}, but is "aws-us-gvo"; did you mean "aws-us-gov"? @ "aws-us-gvo"`,
    ],
    [
      '{"checks":{"INVALID_ACTION":"warn"}}',
      '"INVALID_ACTION" must be one of off, ERROR, SECURITY_WARNING, WARNING or SUGGESTION, but is "warn"; did you mean "WARNING"? @ "warn"',
    ],
    [
      '{"checks":{"INVALID_ACTIONS":"off"}}',
      'There is no check "INVALID_ACTIONS"; did you mean "INVALID_ACTION"? @ "INVALID_ACTIONS"',
    ],
    [
      '{"checks":["INVALID_ACTION"]}',
      '"checks" must be an object with codes and what to make of them, such as { "RISK_WILDCARD_ACTION": "off" }. @ ["INVALID_ACTION"]',
    ],
    [
      '{"overrides":[{"files":"a"}]}',
      'An entry of "overrides" needs "checks": what to make of the checks in these files. @ {"files":"a"}',
    ],
    [
      '{"overrides":[{"files":"a","checks":{"NOTHING_NEAR":"off"}}]}',
      'There is no check "NOTHING_NEAR". @ "NOTHING_NEAR"',
    ],
    [
      '{"suppressions":[{"code":"INVALID_ACTION"}]}',
      'An entry of "suppressions" needs "reason": why the finding is meant to stay, for those who read it later. @ {"code":"INVALID_ACTION"}',
    ],
    [suppression('"reason":" "'), '"reason" must be a sentence for those who read it later. @ " "'],
    [
      suppression('"reason":"x","sid":"A","path":"Statement"'),
      '"path" and "sid" both say where the finding is: keep one of them. @ "path"',
    ],
    [
      suppression('"reason":"x","file":"A"'),
      'An entry of "suppressions" has code, files, sid, path and reason, but no "file"; did you mean "files"? @ "file"',
    ],
    [
      '{"suppressions":[{"code":"RISK_TRUST_EVERYBODY","reason":"x"}]}',
      'There is no check "RISK_TRUST_EVERYBODY"; did you mean "RISK_TRUST_EVERYONE"? @ "RISK_TRUST_EVERYBODY"',
    ],
    [
      '{"quotas":{"roleTrustPolicyLength":9000}}',
      '"roleTrustPolicyLength" must be a whole number of characters from 2048 to 8192, which is as far as AWS raises it. @ 9000',
    ],
    [
      '{"quotas":{"managedPolicySize":9000}}',
      '"quotas" has roleTrustPolicyLength, but no "managedPolicySize". @ "managedPolicySize"',
    ],
    [
      '{"organizationIds":["org-1"]}',
      '"organizationIds" must be a list of organization ids, each a string such as "o-a1b2c3d4e5". @ "org-1"',
    ],
    [
      '{"catalog":{"additionalActions":["GetObject"]}}',
      '"additionalActions" must be a list of actions, each a string such as "s3:GetObject". @ "GetObject"',
    ],
    [
      '{"catalog":{"actions":[]}}',
      '"catalog" has additionalActions, additionalConditionKeys and additionalServices, but no "actions"; did you mean "additionalActions"? @ "actions"',
    ],
    ['{"$schema":1}', '"$schema" must be a string. @ 1'],
    ['{"account" "111122223333"}', 'A colon is missing before this value. @ "111122223333"'],
  ])('%s', (text, problem) => {
    expect(problemsIn(text)).toEqual([problem]);
  });

  it('two mistakes come in order of the text', () => {
    expect(problemsIn('{"account":1,"x":2}')).toHaveLength(2);
    expect(problemsIn('{"x":2,"account":1}')[0]).toContain('no "x"');
  });
});
