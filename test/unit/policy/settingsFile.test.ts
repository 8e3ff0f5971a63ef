import { describe, expect, it } from 'vitest';
import { kindForFile, readSettingsFile, type SettingsFile } from '../../../server/src/policy/settingsFile.ts';

function settingsIn(text: string): SettingsFile {
  const reading = readSettingsFile(text);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.settings;
}

/** Problems as `message @ marked text`. */
function problemsIn(text: string): readonly string[] {
  const reading = readSettingsFile(text);
  if (!('problems' in reading)) return [];
  return reading.problems.map(({ message, start, end }) => `${message} @ ${text.slice(start, end)}`);
}

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
    }`);
    expect(settings).toEqual({
      policies: [
        { globs: ['*.trust.json'], kind: { type: 'trust' } },
        { globs: ['buckets/**', 'b.json'], kind: { type: 'resource', owner: 'AWS::S3::Bucket' } },
      ],
      trustedAccounts: ['111122223333'],
      account: '444455556666',
      partition: 'aws-cn',
    });
  });

  it('may be an empty object', () => {
    const nothing = { policies: [], trustedAccounts: [], account: undefined, partition: undefined };
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

function rule(members: string): string {
  return `{"policies":[{${members}}]}`;
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
      'The settings file has policies, trustedAccounts, account and partition, but no "polices"; did you mean "policies"? @ "polices"',
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
