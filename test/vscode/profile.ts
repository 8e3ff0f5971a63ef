import { readFileSync, writeFileSync } from 'node:fs';
import { commands } from 'vscode';
import { setSetting } from './setSetting.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, extension, openFile } from './workbench.ts';

/** The suite is given AWS files of its own. */
const configFile = process.env['AWS_CONFIG_FILE'] ?? '';

const shown = (text: string) =>
  waitFor(
    () => extension().exports.profileShown(),
    (now) => now === text,
  );

/** Takes the first row of the list, by the key that a person would press; without rows it does nothing. */
async function chooseFirst(): Promise<void> {
  let isOpen = true;
  const chosen = commands.executeCommand('iamRoles.chooseProfile').then(() => {
    isOpen = false;
  });
  while (isOpen) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await chosen;
}

describe('AWS profile', () => {
  afterEach(closeAll);
  const original = readFileSync(configFile, 'utf8');
  after(async () => {
    writeFileSync(configFile, original);
    await setSetting('aws.productionProfiles', undefined);
  });

  it('is none before one is chosen', async () => {
    await openFile('noPolicy.json');
    await waitFor(() => extension().isActive, Boolean);
    await shown('$(cloud) no AWS profile');
  });

  it('is chosen from a list, and stands in the status bar', async () => {
    await chooseFirst();
    await shown('$(cloud) deploy, 123456789012, eu-west-1');
  });

  it('is followed when its file changes', async () => {
    writeFileSync(configFile, original.replace('eu-west-1', 'eu-north-1'));
    await shown('$(cloud) deploy, 123456789012, eu-north-1');
  });

  it('is marked when the settings call it production', async () => {
    await setSetting('aws.productionProfiles', ['dep*']);
    await shown('$(cloud) deploy, production, 123456789012, eu-north-1');
    await setSetting('aws.productionProfiles', undefined);
    await shown('$(cloud) deploy, 123456789012, eu-north-1');
  });
});
