import type { WindowProfile } from '../aws/activeProfile.ts';
import type { Ui } from '../ui/ui.ts';

/** Copies the account id of the active profile; AWS is asked where no file tells it. */
export async function copyAccountId({ activeProfile, ui }: ProfileParts): Promise<void> {
  const account = activeProfile.status().account ?? (await askAccount(activeProfile));
  if (account === undefined) return;
  await ui.copy(account);
  void ui.inform(`The account id ${account} is on the clipboard.`);
}

export interface ProfileParts {
  readonly activeProfile: WindowProfile;
  readonly ui: Ui;
}

async function askAccount(activeProfile: WindowProfile): Promise<string | undefined> {
  const connection = await activeProfile.connect();
  return connection && (await connection.caller()).account;
}
