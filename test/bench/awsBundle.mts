import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../../scripts/repository.mts';
import { quantile } from './measure.mts';
import type { Row } from './row.mts';

const run = promisify(execFile);
const processes = 9;

/** The AWS SDK: what it weighs, that activation does not read it, and the first command that does. */
export async function awsRows(): Promise<Row[]> {
  return [sizeRow(), activationRow(), await firstCommandRow()];
}

function sizeRow(): Row {
  const row = { what: 'bundle with the AWS SDK', unit: 'KB', budget: 450 } as const;
  const file = inRepository('dist/aws.js');
  if (!existsSync(file)) return { ...row, figure: undefined, note: 'run `npm run build` first' };
  return { ...row, figure: statSync(file).size / 1000 };
}

function activationRow(): Row {
  const row = { what: 'AWS SDK read at activation', unit: 'KB', budget: 0 } as const;
  const file = inRepository('dist/metafile.json');
  if (!existsSync(file)) return { ...row, figure: undefined, note: 'run `npm run build` first' };
  const inputs: Record<string, { bytesInOutput: number }> = JSON.parse(readFileSync(file, 'utf8')).outputs[
    'dist/extension.js'
  ].inputs;
  const ofSdk = Object.entries(inputs).filter(([path]) => path.includes('node_modules/@aws-sdk/'));
  return { ...row, figure: ofSdk.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) / 1000 };
}

/** Reading the bundle, connecting by a profile with keys, and a call to a server on this machine. */
async function firstCommandRow(): Promise<Row> {
  const row = { what: 'first AWS command, p50', unit: 'ms', budget: undefined } as const;
  const home = mkdtempSync(join(tmpdir(), 'iam-roles-bench-'));
  const aws = createServer((_, response) => response.setHeader('Content-Type', 'text/xml').end(caller));
  try {
    await new Promise<void>((settle) => aws.listen(0, '127.0.0.1', settle));
    const times: number[] = [];
    for (let index = 0; index < processes; index++)
      times.push(await firstCommand(environment(home, aws.address())));
    return { ...row, figure: quantile(times, 0.5) };
  } catch (error) {
    const note =
      String(error)
        .split('\n')
        .findLast((line) => /^\w*Error:/.test(line)) ?? '';
    return { ...row, figure: undefined, note };
  } finally {
    aws.close();
    rmSync(home, { recursive: true });
  }
}

async function firstCommand(env: NodeJS.ProcessEnv): Promise<number> {
  const script = inRepository('test/bench/firstAwsCommand.mts');
  return Number((await run(process.execPath, [script], { env })).stdout);
}

const caller = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
  <Arn>arn:aws:iam::123456789012:user/bench</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>
  </GetCallerIdentityResult></GetCallerIdentityResponse>`;

/** That of a machine with one profile, which calls the server. */
function environment(home: string, address: ReturnType<ReturnType<typeof createServer>['address']>) {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const config = join(home, 'config');
  writeFileSync(
    config,
    `[profile bench]
region = eu-west-1
endpoint_url = http://127.0.0.1:${port}
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = example
`,
  );
  return {
    PATH: process.env['PATH'],
    HOME: home,
    USERPROFILE: home,
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
  };
}
