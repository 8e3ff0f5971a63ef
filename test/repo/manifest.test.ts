import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedBundles } from '../../scripts/build/bundles.mts';
import { inRepository } from '../../scripts/repository.mts';
import { checkLevels } from '../../server/src/policy/checkLevel.ts';
import { resourceOwners } from '../../server/src/policy/policyType.ts';
import { checkPageScheme, defaultSettings, settingsFileName } from '../../server/src/protocol.ts';
import { projectFiles, sourceFiles, textOf } from './projectFiles.ts';

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: { readonly enum: readonly string[] };
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly configurationDefaults: {
      readonly 'workbench.editorAssociations': Readonly<Record<string, string>>;
    };
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
  };
}

const manifest: Manifest = JSON.parse(textOf('package.json'));
const { commands, configuration, snippets, jsonValidation } = manifest.contributes;
const clientFiles = sourceFiles().filter((path) => path.startsWith('client/src/'));

function matches(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe('commands', () => {
  const ids = commands.map(({ command }) => command);

  it('of the manifest are those of the command table', () => {
    const table =
      /commandTable[^{]*\{\n(.*?)\n\};/s.exec(textOf('client/src/commands/commands.ts'))?.[1] ?? '';
    const named = matches(/^ {2}(?:async )?'([^']+)'/gm, table);
    expect(named.length).toBeGreaterThan(0);
    expect([...named].sort()).toEqual([...ids].sort());
  });

  it('that views and messages run are in the manifest', () => {
    const run = clientFiles.flatMap((path) =>
      matches(/(?:\bcommand(?::| =) |enabledCommands: \[)'(iamRoles\.[^']+)'/g, textOf(path)),
    );
    expect(run.length).toBeGreaterThan(0);
    expect(run.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('have one category, which the palette shows before their titles', () => {
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(['IAM Roles']));
  });
});

/** Every value that is no object or an empty one, by its path with dots. */
function leaves(value: object, path: string): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.keys(inner).length > 0
      ? leaves(inner, `${path}.${key}`)
      : ([[`${path}.${key}`, inner]] as [string, unknown][]),
  );
}

describe('settings', () => {
  const { 'iamRoles.trace.server': trace, ...own } = configuration.properties;

  it('of the manifest, with their defaults, are those the server has', () => {
    const declared = Object.entries(own).map(([name, setting]) => [name, setting.default]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(leaves(defaultSettings, 'iamRoles')));
  });

  it('has the one setting that the language client itself reads', () => {
    expect(trace?.enum).toEqual(['off', 'messages', 'verbose']);
  });

  it.each(Object.entries(configuration.properties))('%s says what it does', (_name, setting) => {
    expect(setting.markdownDescription).toMatch(/^[A-Z].{20,}\.$/s);
    if (setting.enumDescriptions !== undefined)
      expect(setting.enumDescriptions.length).toBe(setting.enum?.length);
  });

  it('gives checks the levels that there are', () => {
    const levels = configuration.properties['iamRoles.checks']?.additionalProperties?.enum;
    expect(levels).toEqual(checkLevels);
  });

  it('knows the partitions that the data knows', () => {
    const { partitions }: { partitions: { id: string }[] } = JSON.parse(textOf('data/regions.json'));
    const named = configuration.properties['iamRoles.account.partition']?.enum;
    expect([...(named ?? [])].sort()).toEqual(partitions.map(({ id }) => id).sort());
  });
});

describe('files that the manifest names', () => {
  it('stand in the repository, or the build makes them', () => {
    const made = shippedBundles.map(({ file }) => `./${file}`);
    const { main, icon, bin } = manifest;
    const named = [main, icon, ...Object.values(bin).map((path) => `./${path}`)]
      .concat(snippets.map(({ path }) => path))
      .concat(jsonValidation.map(({ url }) => url));
    expect(named.filter((path) => !made.includes(path) && !existsSync(inRepository(path)))).toEqual([]);
  });

  it('are all snippets there are', () => {
    const inFolder = projectFiles().filter((path) => path.startsWith('snippets/'));
    expect([...new Set(snippets.map(({ path }) => path.replace('./', '')))].sort()).toEqual(inFolder);
  });

  it('gives the settings file its schema', () => {
    expect(jsonValidation).toEqual([
      { fileMatch: settingsFileName, url: './schemas/iam-roles.config.schema.json' },
    ]);
    const schema = JSON.parse(textOf('schemas/iam-roles.config.schema.json'));
    expect(schema.properties.policies.items.properties.owner.enum).toEqual([...resourceOwners]);
  });
});

describe('pages of checks', () => {
  it('wake the extension, and open as rendered Markdown', () => {
    expect(manifest.activationEvents).toContain(`onFileSystem:${checkPageScheme}`);
    const { 'workbench.editorAssociations': editors } = manifest.contributes.configurationDefaults;
    expect(editors).toEqual({
      [`{${checkPageScheme}:/*.md,${checkPageScheme}:/**/*.md}`]: 'vscode.markdown.preview.editor',
    });
  });
});

describe('languages', () => {
  const languages = ['json', 'jsonc'];

  it('that wake the extension, have snippets and reach the server are the same', () => {
    const events = manifest.activationEvents.filter((event) => event.startsWith('onLanguage:'));
    expect(events).toEqual(languages.map((language) => `onLanguage:${language}`));
    expect(snippets.map(({ language }) => language)).toEqual(languages);
    const selector = /documentSelector: \[(.*)\]/.exec(textOf('client/src/languageClient.ts'))?.[1] ?? '';
    expect(matches(/language: '(\w+)'/g, selector)).toEqual(languages);
  });
});

describe('npm scripts', () => {
  it.each(Object.entries(manifest.scripts))('%s runs a script that exists: %s', (_name, command) => {
    const [, file = '', task] = /^node ([\w/]+\.m[jt]s)(?: (\w+))?$/.exec(command) ?? [];
    expect(existsSync(inRepository(file))).toBe(true);
    if (task !== undefined) expect(existsSync(inRepository(`scripts/${task}.mts`))).toBe(true);
  });
});
