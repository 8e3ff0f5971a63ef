import { afterEach, beforeEach, expect } from 'vitest';
import { AwsError } from '../../client/src/roles/awsError.ts';
import { exampleAccount, newRole } from './fake/seeds.ts';
import type { FakeCall } from './fake/startFakeAws.ts';
import { fakeOfEachTest } from './fakeClients.ts';
import { homeOfEachTest } from './profileHome.ts';

export const device = `arn:aws:iam::${exampleAccount}:mfa/Alice`;
/** What Alice's device shows. */
export const code = '730149';

export function roleArn(name: string): string {
  return `arn:aws:iam::${exampleAccount}:role/${name}`;
}

let tests = 0;

/** A home folder and an AWS for each test of a file, in which no secret may be told. Call it once, outside of tests. */
export function credentialWorld() {
  const home = homeOfEachTest();
  const fake = fakeOfEachTest();
  const told: string[] = [];
  /** Planted in the files of every test of the file. */
  const secrets = [code, 'the-external-id'];

  beforeEach(() => {
    const { callers } = fake().state;
    // A session with MFA is remembered by the access key: each test has its own.
    const accessKeyId = `AKIAEXAMPLE${process.pid}${String(++tests).padStart(4, '0')}`;
    callers[0] = { ...alice(), accessKeyId, mfaDevices: { [device]: code } };
    process.env['AWS_ENDPOINT_URL'] = fake().url;
  });

  /** Nothing that was told holds a secret: of the files, or that AWS made. */
  afterEach(() => {
    const made = fake().state.callers.flatMap(({ secretAccessKey, sessionToken }) => [
      secretAccessKey,
      sessionToken,
    ]);
    const all = [...secrets, ...made].filter((secret) => secret !== undefined);
    const everything = [...told.splice(0), ...home.log].join('\n');
    expect(all.filter((secret) => everything.includes(secret))).toEqual([]);
  });

  const alice = () => {
    const [first] = fake().state.callers;
    if (first === undefined) throw new Error('Alice is gone.');
    return first;
  };
  return {
    home,
    fake,
    secrets,
    alice,
    /** Alice's, as lines of a profile. */
    keys: () =>
      `aws_access_key_id = ${alice().accessKeyId}\naws_secret_access_key = ${alice().secretAccessKey}\n`,
    config: (text: string) => home.write('.aws/config', text),
    /** Makes a role; the answer is the profile of its name. */
    role(name: string, more: string, about: Parameters<typeof newRole>[0] = { name }): string {
      fake().state.roles.push(newRole(about));
      return `[profile ${name}]\nrole_arn = ${roleArn(name)}\n${more}\n`;
    },
    calls: (operation: string): readonly FakeCall[] =>
      fake().calls.filter((call) => call.operation === operation),
    async arnOf(profile: string): Promise<string> {
      return (await (await home.connect(profile)).caller()).arn;
    },
    /** What getting credentials of the profile fails with. */
    async failure(profile: string): Promise<AwsError> {
      const connection = await home.connect(profile);
      const error = await connection.credentials().then(
        () => new Error('There were credentials.'),
        (thrown: unknown) => thrown,
      );
      told.push(String(error), JSON.stringify(error), (error as Error).stack ?? '');
      if (!(error instanceof AwsError)) throw error;
      return error;
    },
  };
}
