import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../scripts/repository.mts';
import { textOf } from './projectFiles.ts';

interface BundleContents {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

/** What the build wrote of each bundle. */
const bundles: Readonly<Record<string, BundleContents>> = JSON.parse(textOf('dist/metafile.json')).outputs;

/** Bytes that a package has in a bundle. */
function share(bundle: string, name: string): number {
  return Object.entries(bundles[bundle]?.inputs ?? {})
    .filter(([file]) => file.includes(`node_modules/${name}/`))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}

describe('the bundle with the AWS SDK', () => {
  it('stays within 450 KB', () => {
    const size = statSync(inRepository('dist/aws.js')).size;
    expect(size).toBeGreaterThan(100_000);
    expect(size).toBeLessThan(450_000);
  });

  it('has of each client what is called, not all of it', () => {
    expect(share('dist/aws.js', '@aws-sdk/client-iam')).toBeGreaterThan(10_000);
    expect(share('dist/aws.js', '@aws-sdk/client-ec2')).toBeGreaterThan(10_000);
    expect(share('dist/aws.js', '@aws-sdk/client-ec2')).toBeLessThan(60_000);
  });

  it('is the only one that has any of it, but for the reader of profile files', () => {
    const having = Object.entries(bundles).flatMap(([bundle, { inputs }]) =>
      Object.entries(inputs)
        .filter(
          ([file, { bytesInOutput }]) =>
            /node_modules\/@(?:aws-sdk|smithy)\//.test(file) && bytesInOutput > 0,
        )
        .filter(([file]) => !/\/shared-ini-file-loader\/|@smithy\/types\//.test(file))
        .map(() => bundle),
    );
    expect([...new Set(having)]).toEqual(['dist/aws.js']);
  });

  it('has no default credential chain', () => {
    expect(share('dist/aws.js', '@aws-sdk/credential-provider-ini')).toBe(0);
    expect(share('dist/aws.js', '@aws-sdk/credential-provider-sso')).toBeGreaterThan(1_000);
  });
});

describe('examples of checks', () => {
  const example = /arn:aws:s3:::amzn-s3-demo-bucket/g;

  it('are in the command line, which shows them, and hardly in the language server', () => {
    expect(textOf('dist/cli.js').match(example)?.length).toBeGreaterThan(200);
    expect(textOf('dist/server.js').match(example)?.length ?? 0).toBeLessThan(10);
  });

  it('are asked for by nothing in the language server', () => {
    const inServer = Object.keys(bundles['dist/server.js']?.inputs ?? {});
    expect(inServer.filter((file) => file.startsWith('server/src/pages/'))).toEqual([
      'server/src/pages/checkPage.ts',
    ]);
  });
});
