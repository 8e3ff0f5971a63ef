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
  'iamRoles.refreshRoles': 'Reads the roles of the view anew, or one of them.',
  'iamRoles.filterRoles':
    'Shows the roles with a part of a name, a service that may assume them, a tag, no use for so many days, or findings.',
  'iamRoles.clearRoleFilter': 'Shows all roles again.',
  'iamRoles.groupRoles': 'Groups the roles of the view by path, or by who may assume them.',
  'iamRoles.openRoleItem': 'Opens what a row of the view stands for, such as a policy; Enter, too.',
  'iamRoles.pauseReadingRoles': 'Reads no more roles until asked to go on.',
  'iamRoles.copyRoleArn': 'Copies the ARN of the role of a row.',
  'iamRoles.copyRoleName': 'Copies the name of the role of a row.',
  'iamRoles.copyMissingStatement': 'Copies the statement that would allow what AWS refused.',
  'iamRoles.chooseProfile': 'Chooses the AWS profile that commands in this window use.',
  'iamRoles.profileActions':
    'Shows what can be done with the active AWS profile; a click on the status bar, too.',
  'iamRoles.signIn': 'Runs `aws sso login` or `aws login` for the active profile in a terminal.',
  'iamRoles.copyAccountId': 'Copies the account id of the active profile.',
  'iamRoles.createRole':
    'Creates a role in at most six steps, from the open trust policy, a template or another role; the plan is shown and confirmed first, and can be undone.',
  'iamRoles.createManagedPolicy': 'Creates a customer managed policy from the open permission policy.',
  'iamRoles.updateManagedPolicy':
    'Makes the open permission policy the new default version of a customer managed policy.',
  'iamRoles.putInlinePolicy': 'Puts the open permission policy into a role as an inline policy.',
  'iamRoles.updateTrustPolicy':
    'Puts the open trust policy in place of a role’s, after showing both side by side.',
  'iamRoles.attachPolicies': 'Attaches AWS managed and customer managed policies to a role.',
  'iamRoles.detachPolicies': 'Takes policies off a role; inline ones are deleted with that.',
  'iamRoles.createInstanceProfile': 'Creates an instance profile with a role in it.',
  'iamRoles.addRoleToInstanceProfile':
    'Puts a role into an instance profile, in place of the one it may have.',
  'iamRoles.associateInstanceProfile':
    'Gives an EC2 instance an instance profile, in place of the one it may have.',
  'iamRoles.createServiceLinkedRole': 'Creates the role that an AWS service makes use of by itself.',
  'iamRoles.deleteRole':
    'Deletes a role with all that hangs on it, which is listed first; the role’s name has to be typed.',
  'iamRoles.copyAsCli': 'Copies a script for bash and the AWS CLI in place of doing what a command would do.',
  'iamRoles.verifyRole':
    'Shows a report on a role: who may assume it, its policies, what is amiss, and whether assuming it works.',
  'iamRoles.reviewRoleUse':
    'Shows what a role used beside what it may do, and proposes tighter policies as diffs.',
  'iamRoles.reviewAccount':
    'Reviews every role of the account: unused, trusting outside accounts, wildcard grants, missing conditions, findings; saved as Markdown or CSV.',
  'iamRoles.simulateRole':
    'Asks IAM’s policy simulator whether a role may do something, its permissions boundary and trust policy included.',
  'iamRoles.checkWithAccessAnalyzer':
    'Has AWS’s Access Analyzer judge the open policy, and shows in it what was found; says beforehand which calls cost money.',
  'iamRoles.showRoleEvents':
    'Shows from CloudTrail who assumed a role, what was called with it, and what was denied, with statements that allow it.',
  'iamRoles.showRolePage':
    'Shows a page on a role with its graph: who can assume it, what it may do by service and access level, what its boundary takes away.',
  'iamRoles.showLocalRolePage':
    'Shows the same of a trust policy and permission policies that are open, without AWS.',
  'iamRoles.refreshRolePage': 'Reads the role page in front anew.',
  'iamRoles.exportRoleGraphAsSvg': 'Writes the graph of the role page in front as a picture.',
  'iamRoles.exportRoleGraphAsMermaid': 'Writes the graph of the role page in front as a Mermaid flowchart.',
  'iamRoles.assumeRole':
    'Assumes a role and opens a terminal or the AWS console with it, acts as it in this window, or writes a role profile.',
  'iamRoles.stopUsingRole': 'Acts with the profile’s own credentials again and forgets the role’s.',
  'iamRoles.openLivePolicy':
    'Opens a policy of a role in the account as a document; saving it writes it to AWS after a question.',
  'iamRoles.compareLivePolicy':
    'Shows a live policy beside a local file, another version, another role’s, or the same in another profile.',
  'iamRoles.pullRole': 'Writes a role with its policies into a folder.',
  'iamRoles.showRoleDrift': 'Shows where AWS has another role than a folder.',
  'iamRoles.pushRole':
    'Brings AWS to what a folder has, as a plan that is confirmed first and can be undone.',
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
