/**
 * Writes the published schemas to `schemas/` and compiles those the server runs to one module, ahead of time.
 * With `--check` it writes nothing and fails when a published schema is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { policyTypes } from '../server/src/policy/policyType.ts';
import { policySchema } from './schemas/policySchema.ts';
import { roleManifestSchema } from './schemas/roleManifestSchema.ts';
import { settingsSchema } from './schemas/settingsSchema.ts';
import { type Schema, shapeSchema, shapes } from './schemas/shapeSchema.ts';

/** Keywords of editors, which say nothing about what is valid. */
export const editorKeywords = [
  'markdownDescription',
  'enumDescriptions',
  'defaultSnippets',
  'allowComments',
  'allowTrailingCommas',
];

// The module is CommonJS: Node gives its exports as an object, TypeScript its default export.
const standalone =
  'default' in standaloneModule ? (standaloneModule.default as typeof standaloneModule) : standaloneModule;

/** By file name in `schemas/`. `codes` are those of all checks. */
export function publishedSchemas(codes: readonly string[]): ReadonlyMap<string, Schema> {
  return new Map([
    ...policyTypes.map((type): [string, Schema] => [`${type}-policy.schema.json`, policySchema(type)]),
    [
      'iam-roles.config.schema.json',
      { $schema: 'http://json-schema.org/draft-07/schema#', ...settingsSchema(codes) },
    ],
    ['iam-role.schema.json', { $schema: 'http://json-schema.org/draft-07/schema#', ...roleManifestSchema }],
  ]);
}

/** The validators as the source of an ES module that imports nothing. */
export function compiledValidators(): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(editorKeywords);
  for (const [name, type] of Object.entries(shapes)) ajv.addSchema(shapeSchema(type), name);
  ajv.addSchema(settingsSchema([]), 'settingsFile');
  const names = [...Object.keys(shapes), 'settingsFile'];
  const code = standalone(ajv, Object.fromEntries(names.map((name) => [name, name])));
  if (/\brequire\(/.test(code))
    throw new Error('The compiled validators need ajv at run time: avoid the keyword that asks for it.');
  return code;
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}

function textOf(schema: Schema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function isWritten(name: string, schema: Schema): boolean {
  try {
    return readFileSync(pathOf(`schemas/${name}`), 'utf8') === textOf(schema);
  } catch {
    return false;
  }
}

async function run(args: readonly string[]): Promise<void> {
  const onlyCheck = args.includes('--check');
  if (!onlyCheck)
    writeFileSync(pathOf('server/src/policy/shape/validators.generated.mjs'), compiledValidators());
  // The checks need the validators, which there may have been none of until now.
  const { knownCodes } = await import('../server/src/checks/knownCodes.ts');
  const schemas = [...publishedSchemas(knownCodes)];
  if (onlyCheck) {
    const stale = schemas.filter(([name, schema]) => !isWritten(name, schema)).map(([name]) => name);
    if (stale.length === 0) return;
    console.error(`Not up to date in schemas/: ${stale.join(', ')}. Run: node scripts/schemas.mts`);
    process.exitCode = 1;
    return;
  }
  for (const [name, schema] of schemas) writeFileSync(pathOf(`schemas/${name}`), textOf(schema));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv.slice(2));
