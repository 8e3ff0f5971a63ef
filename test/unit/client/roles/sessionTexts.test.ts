import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  profileNameProblem,
  roleProfileSection,
  withSection,
} from '../../../../client/src/roles/assume/roleProfile.ts';
import {
  credentialProcessJson,
  environmentLines,
  sessionEnvironment,
} from '../../../../client/src/roles/assume/sessionTexts.ts';

const credentials = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: "a'b/c+d",
  sessionToken: 'to$(x)`y`ken',
  expiration: new Date('2026-11-24T12:00:00Z'),
};

describe('a session’s environment', () => {
  const environment = sessionEnvironment(credentials, 'eu-west-1', 'http://127.0.0.1:5000');

  test('takes the profile away and names Region and endpoint', () => {
    expect(environment).toEqual({
      AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: "a'b/c+d",
      AWS_SESSION_TOKEN: 'to$(x)`y`ken',
      AWS_CREDENTIAL_EXPIRATION: '2026-11-24T12:00:00.000Z',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_PROFILE: null,
      AWS_DEFAULT_PROFILE: null,
      AWS_ENDPOINT_URL: 'http://127.0.0.1:5000',
    });
  });

  test('reaches bash as it is', () => {
    const script = `${environmentLines(environment, 'bash')}printf '%s|%s' "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN"`;
    const out = execFileSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(out).toBe("a'b/c+d|to$(x)`y`ken");
  });

  test('is quoted for PowerShell', () => {
    expect(environmentLines({ A: "x'y", B: null }, 'PowerShell')).toBe("$Env:A = 'x''y'\n");
  });
});

test('the JSON is what an AWS SDK reads from a process', () => {
  expect(JSON.parse(credentialProcessJson(credentials))).toEqual({
    Version: 1,
    AccessKeyId: 'ASIAEXAMPLE',
    SecretAccessKey: "a'b/c+d",
    SessionToken: 'to$(x)`y`ken',
    Expiration: '2026-11-24T12:00:00.000Z',
  });
});

describe('a role profile', () => {
  const form = {
    roleArn: 'arn:aws:iam::111122223333:role/deploy',
    sessionName: 'alice',
    duration: 7200,
    externalId: 'blue',
    mfaSerial: '',
    sourceIdentity: '',
    tags: {},
    transitiveTagKeys: [],
    policy: undefined,
  };

  test('says how the role is assumed, and holds no keys', () => {
    expect(roleProfileSection('deploy', form, 'dev', 'eu-west-1')).toBe(`[profile deploy]
role_arn = arn:aws:iam::111122223333:role/deploy
source_profile = dev
role_session_name = alice
external_id = blue
duration_seconds = 7200
region = eu-west-1
`);
  });

  test('stands behind what the file holds, with its line ends', () => {
    expect(withSection('', '[profile a]\n')).toBe('[profile a]\n');
    expect(withSection('[default]\nregion = x', '[profile a]\n')).toBe(
      '[default]\nregion = x\n\n[profile a]\n',
    );
    expect(withSection('[default]\r\n', '[profile a]\nb = c\n')).toBe(
      '[default]\r\n\r\n[profile a]\r\nb = c\r\n',
    );
  });

  test('has a name that is free and needs no quotes', () => {
    expect(profileNameProblem('deploy', ['dev'])).toBeUndefined();
    expect(profileNameProblem('dev', ['dev'])).toMatch(/exists already/);
    expect(profileNameProblem('a]b', [])).toMatch(/no spaces/);
  });
});
