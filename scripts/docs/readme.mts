import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { usage } from '../../server/src/cli/arguments.ts';
import { checksSummary } from './checksIndex.mts';
import { markdownTable } from './markdownTable.mts';

/** What is read of package.json. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
}

/** README.md with what the code tells between its markers. Throws an `Error` that names a missing marker. */
export function filledReadme(text: string, manifest: Manifest, catalog: Catalog): string {
  const parts = {
    commands: commandsTable(manifest),
    settings: settingsTable(manifest),
    checks: checksSummary(),
    usage: `\`\`\`text\n${usage.trimEnd()}\n\`\`\``,
    data: dataParagraph(catalog),
  };
  return Object.entries(parts).reduce((filled, [name, part]) => fill(filled, name, part), text);
}

/** Puts a text between `<!-- NAME -->` and `<!-- /NAME -->`. */
function fill(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(open), document.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${open} … ${close}.`);
  return `${document.slice(0, from + open.length)}\n\n${text}\n\n${document.slice(to)}`;
}

function commandsTable({ contributes }: Manifest): string {
  const rows = contributes.commands.map(({ category, title, command }) => [
    `${category}: ${title}`,
    `\`${command}\``,
    whatCommandDoes(command),
  ]);
  return markdownTable(['Command', 'Identifier', 'What it does'], rows);
}

/** The manifest has no place for it. */
const commandPurposes: Readonly<Record<string, string>> = {
  'iamRoles.choosePolicyType': 'Judges the policies of the active document as another type, until it closes.',
  'iamRoles.explainCheck':
    'Opens the page of a check: what it finds, why, what to do, and examples. Those found in the active document come first.',
  'iamRoles.newTrustPolicy': 'Opens an unsaved trust policy to fill in.',
  'iamRoles.newPermissionPolicy': 'Opens an unsaved permission policy to fill in.',
  'iamRoles.restartServer': 'Ends the language server and starts another.',
  'iamRoles.showLog': 'Shows the log of the extension and its language server.',
  'iamRoles.about': 'Shows the version, and the date and size of the AWS data.',
};

function whatCommandDoes(command: string): string {
  const purpose = commandPurposes[command];
  if (purpose === undefined) throw new Error(`Say in scripts/docs/readme.mts what ${command} does.`);
  return purpose;
}

function settingsTable({ contributes }: Manifest): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    setting.markdownDescription,
  ]);
  return markdownTable(['Setting', 'Default', 'What it does'], rows);
}

function dataParagraph({ date, managedPoliciesDate, counts }: Catalog): string {
  const number = (value: number) => value.toLocaleString('en');
  return [
    `This version knows AWS as of **${date}**: ${number(counts.services)} services,`,
    `${number(counts.actions)} actions, ${number(counts.resourceTypes)} resource types and`,
    `${number(counts.conditionKeys)} condition keys of services, and ${number(counts.managedPolicies)} AWS managed`,
    `policies as of **${managedPoliciesDate}**.`,
  ].join(' ');
}
