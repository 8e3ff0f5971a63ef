import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach } from 'vitest';
import { type FakeAws, type FakeAwsOptions, startFakeAws } from './fake/startFakeAws.ts';
import type { FakeCaller } from './fake/state.ts';

/** One fake AWS for each test of a file; call it once, outside of tests. */
export function fakeOfEachTest(options: FakeAwsOptions = {}): () => FakeAws {
  let running: FakeAws | undefined;
  beforeEach(async () => {
    running = await startFakeAws(options);
  });
  afterEach(() => running?.stop());
  return () => {
    if (running === undefined) throw new Error('The fake AWS runs while a test does, not before.');
    return running;
  };
}

type Keys = Pick<FakeCaller, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;

/** The real clients of AWS, sent to the fake; as its first caller unless others are given. */
export function clientsOf(
  { url, state }: FakeAws,
  { caller = state.callers[0], region = 'us-east-1', maxAttempts = 1 }: ClientOptions = {},
) {
  if (caller === undefined) throw new Error('There is no caller.');
  const { accessKeyId, secretAccessKey, sessionToken } = caller;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  const config = { endpoint: url, region, credentials, maxAttempts };
  return {
    iam: new IAMClient(config),
    sts: new STSClient(config),
    ec2: new EC2Client(config),
    accessAnalyzer: new AccessAnalyzerClient(config),
    cloudTrail: new CloudTrailClient(config),
  };
}

interface ClientOptions {
  readonly caller?: Keys | undefined;
  readonly region?: string;
  readonly maxAttempts?: number;
}

/** The keys that an answer of STS holds. */
export function keysOf(answer: {
  readonly Credentials?:
    | {
        AccessKeyId?: string | undefined;
        SecretAccessKey?: string | undefined;
        SessionToken?: string | undefined;
      }
    | undefined;
}): Keys {
  const { AccessKeyId, SecretAccessKey, SessionToken } = answer.Credentials ?? {};
  return {
    accessKeyId: AccessKeyId ?? '',
    secretAccessKey: SecretAccessKey ?? '',
    sessionToken: SessionToken,
  };
}

/** `CODE: MESSAGE` of what a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return `${error.name.replace(/Exception$/, '')}: ${error.message}`;
  }
  throw new Error('The call was not refused.');
}
