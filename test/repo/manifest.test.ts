import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultAwsSettings } from '../../client/src/aws/awsSettings.ts';
import { explorerCommandIds } from '../../client/src/commands/explorer/explorerCommandIds.ts';
import { roleCommandIds } from '../../client/src/commands/roleCommandIds.ts';
import { singleCommands } from '../../client/src/commands/single/singleCommands.ts';
import { manifestName } from '../../client/src/roles/folder/manifest.ts';
import { shippedBundles } from '../../scripts/build/bundles.mts';
import { inRepository } from '../../scripts/repository.mts';
import { checkLevels } from '../../server/src/policy/checkLevel.ts';
import { resourceOwners } from '../../server/src/policy/policyType.ts';
import { checkPageScheme, defaultSettings, settingsFileName } from '../../server/src/protocol.ts';
import { projectFiles, sourceFiles, textOf } from './projectFiles.ts';

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
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
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
      readonly enablement?: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly views: Readonly<Record<string, readonly View[]>>;
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
    readonly configurationDefaults: {
      readonly 'workbench.editorAssociations': Readonly<Record<string, string>>;
    };
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
  };
}

interface View {
  readonly id: string;
  readonly icon: string;
}

interface WalkthroughStep {
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const manifest: Manifest = JSON.parse(textOf('package.json'));
const { commands, configuration, snippets, jsonValidation } = manifest.contributes;
const clientFiles = sourceFiles().filter((path) => path.startsWith('client/src/'));

function matches(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** The identifiers in a table of commands.ts. */
function commandsOf(table: string): readonly string[] {
  if (table === 'roleCommandIds') return roleCommandIds;
  if (table === 'explorerCommandIds') return explorerCommandIds;
  const source = textOf('client/src/commands/commands.ts');
  const rows = new RegExp(`const ${table}\\b[^{]*\\{\\n(.*?)\\n *\\};`, 's').exec(source)?.[1] ?? '';
  return matches(/^ +(?:async )?'([^']+)'/gm, rows);
}

describe('commands', () => {
  const withAws = ['awsCommandTable', 'roleCommandIds', 'explorerCommandIds'];
  const ids = commands.map(({ command }) => command);

  it('of the manifest are those of the command tables', () => {
    const tables = ['commandTable', ...withAws].map(commandsOf);
    for (const named of tables) expect(named.length).toBeGreaterThan(0);
    expect(tables.flat().sort()).toEqual([...ids].sort());
  });

  it('of one plan each have their titles from the manifest', () => {
    const titles = Object.entries(singleCommands).map(([command, { title }]) => ({ command, title }));
    expect(commands).toEqual(expect.arrayContaining(titles.map((one) => expect.objectContaining(one))));
  });

  it('that have to do with AWS, and no others, are shown in trusted folders only', () => {
    const gated = commands.filter(({ enablement }) => enablement !== undefined);
    expect(new Set(gated.map(({ enablement }) => enablement))).toEqual(new Set(['isWorkspaceTrusted']));
    expect(gated.map(({ command }) => command).sort()).toEqual(withAws.flatMap(commandsOf).sort());
  });

  it('that views and messages run are in the manifest', () => {
    const run = clientFiles.flatMap((path) =>
      matches(/(?:\bcommand(?::| =) |enabledCommands: \[)'(iamRoles\.[^']+)'/g, textOf(path)),
    );
    expect(run.length).toBeGreaterThan(0);
    expect(run.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('of menus are in the manifest, and those that call AWS are for trusted folders', () => {
    const items = Object.values(manifest.contributes.menus).flat();
    expect(items.filter(({ command }) => !ids.includes(command))).toEqual([]);
    const guarded = commands.filter(({ enablement }) => enablement === 'isWorkspaceTrusted');
    const open = items.filter(
      ({ command, when }) =>
        when !== 'false' &&
        guarded.some((one) => one.command === command) &&
        !when.startsWith('isWorkspaceTrusted && '),
    );
    expect(open).toEqual([]);
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

describe('the view of roles', () => {
  const { views, viewsContainers, viewsWelcome, menus } = manifest.contributes;
  const ids = Object.values(views).flat();

  it('stands in the container, with an icon that takes the theme’s colour', () => {
    expect(Object.keys(views)).toEqual(viewsContainers.activitybar.map(({ id }) => id));
    for (const { icon } of [...viewsContainers.activitybar, ...ids]) {
      expect(textOf(icon)).toContain('currentColor');
      expect(textOf(icon)).not.toMatch(/(?:fill|stroke)="#/);
    }
  });

  it('is the one that welcomes and menus name', () => {
    const named = [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])].map(
      ({ when }) => /(?:view|focusedView) == ([\w.]+)/.exec(when)?.[1],
    );
    expect(new Set([...named, ...viewsWelcome.map(({ view }) => view)])).toEqual(
      new Set(ids.map(({ id }) => id)),
    );
  });

  it('leads from its welcomes to commands that are there', () => {
    const known = [...commands.map(({ command }) => command), 'workbench.trust.manage'];
    const linked = viewsWelcome.flatMap(({ contents }) => matches(/\(command:([\w.]+)\)/g, contents));
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((command) => !known.includes(command))).toEqual([]);
  });

  it('has commands for rows in their menus only, not in the palette', () => {
    const hidden = menus['commandPalette']?.map(({ command }) => command) ?? [];
    const ofRows = ['copyRoleArn', 'copyRoleName', 'copyMissingStatement', 'openRoleItem'];
    expect(hidden).toEqual(expect.arrayContaining(ofRows.map((id) => `iamRoles.${id}`)));
  });
});

/** Flags as the code of the view sets them. */
describe('menus of rows', () => {
  it('ask for flags that rows have', () => {
    const items = manifest.contributes.menus['view/item/context'] ?? [];
    const patterns = items.flatMap(({ when }) => matches(/viewItem =~ \/\\b(.+)\\b\//g, when));
    expect(patterns.length).toBe(items.length);
    const asked = new Set(patterns.flatMap((pattern) => matches(/(\w+)/g, pattern)));
    const code = clientFiles.filter((path) => path.startsWith('client/src/roles/explorer/')).map(textOf);
    const set = new Set(code.flatMap((text) => matches(/'([a-zA-Z]+)'/g, text)));
    expect([...asked].filter((flag) => !set.has(flag))).toEqual([]);
  });
});

describe('settings', () => {
  const { 'iamRoles.trace.server': trace, ...own } = configuration.properties;
  const ofClient = leaves(defaultAwsSettings, 'iamRoles.aws');

  it('of the manifest, with their defaults, are those that server and client have', () => {
    const declared = Object.entries(own).map(([name, setting]) => [name, setting.default]);
    const known = [...leaves(defaultSettings, 'iamRoles'), ...ofClient];
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(known));
  });

  it('about AWS are of one machine, and none is taken from a folder that is not trusted', () => {
    const names = ofClient.map(([name]) => name);
    expect(names.map((name) => own[name]?.scope)).toEqual(names.map(() => 'machine-overridable'));
    const { supported, description, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).toBe('limited');
    expect(description).toContain('until the folder is trusted');
    expect([...restrictedConfigurations].sort()).toEqual(names.sort());
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

  it('gives the settings file and the file of a role their schemas', () => {
    expect(jsonValidation).toEqual([
      { fileMatch: settingsFileName, url: './schemas/iam-roles.config.schema.json' },
      { fileMatch: manifestName, url: './schemas/iam-role.schema.json' },
    ]);
    const schema = JSON.parse(textOf('schemas/iam-roles.config.schema.json'));
    expect(schema.properties.policies.items.properties.owner.enum).toEqual([...resourceOwners]);
  });
});

describe('the walkthrough', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((one) => one.steps);

  it.each(steps)(
    'leads to a command that is there: $description',
    ({ description, completionEvents, media }) => {
      const [, linked] = /\]\(command:([\w.]+)\)$/.exec(description) ?? [];
      expect(completionEvents).toEqual([`onCommand:${linked}`]);
      expect(commands.map(({ command }) => command)).toContain(linked);
      const picture = textOf(media.svg);
      expect(picture).toContain(`aria-label="${media.altText}"`);
      expect(picture).not.toMatch(/(?:fill|stroke)="#/);
    },
  );
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
