import type { Connection } from '../../aws/connection.ts';
import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import { profileNameProblem, roleProfileSection, withSection } from '../../roles/assume/roleProfile.ts';
import type { SessionForm } from '../../roles/assume/sessionForm.ts';
import {
  credentialProcessJson,
  environmentLines,
  sessionEnvironment,
} from '../../roles/assume/sessionTexts.ts';
import type { AssumedRole } from '../../roles/awsApi.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { SessionParts } from './sessionParts.ts';

export interface Session {
  readonly form: SessionForm;
  readonly assumed: AssumedRole;
  /** By which the role was assumed. */
  readonly connection: Connection;
  /** Assumes the role again, with the same form. */
  renew(): Promise<AssumedRole>;
}

type Use = (parts: SessionParts, session: Session) => Promise<unknown>;

/** What can be done with a session, in the order in which it is offered. */
const uses: readonly (PickItem<Use> & { readonly detail: string })[] = [
  {
    label: 'Open Terminal',
    detail: 'A terminal whose programs act as the role; others do not see its environment.',
    icon: 'terminal',
    value: openTerminal,
  },
  {
    label: 'Use for This Window’s Commands',
    detail: 'Every command of IAM Roles acts as the role, until it is given up or runs out.',
    icon: 'account',
    value: useHere,
  },
  {
    label: 'Open AWS Console',
    detail: 'Signs the browser in as the role.',
    icon: 'globe',
    value: openConsole,
  },
  {
    label: 'Write Role Profile…',
    detail: 'A profile by which the AWS CLI and SDKs assume the role themselves. No keys are written.',
    icon: 'file-add',
    value: writeProfile,
  },
  {
    label: 'Copy as Environment Lines',
    detail: 'Puts the session’s keys on the clipboard as bash or PowerShell lines.',
    icon: 'copy',
    group: 'Copies secrets',
    value: copyEnvironment,
  },
  {
    label: 'Copy as credential_process JSON',
    detail: 'Puts the session’s keys on the clipboard as an AWS SDK reads them from a process.',
    icon: 'json',
    value: copyJson,
  },
];

/** Asks what the session is for, and does it. */
export async function useSession(parts: SessionParts, session: Session): Promise<void> {
  const { name = session.form.roleArn } = parseRoleArn(session.form.roleArn) ?? {};
  const use = await parts.ui.pick(uses, {
    title: `Assumed ${name}`,
    placeholder: 'What to do with the session',
  });
  await use?.(parts, session);
}

async function openTerminal(parts: SessionParts, { form, assumed, connection }: Session): Promise<void> {
  const { name = 'role', account = '' } = parseRoleArn(form.roleArn) ?? {};
  const expiry = assumed.credentials.expiration && ` (expires ${timeOfDay(assumed.credentials.expiration)})`;
  parts.openTerminal({
    name: `AWS: ${name}@${account}${expiry ?? ''}`,
    environment: sessionEnvironment(assumed.credentials, connection.region, connection.endpoint),
  });
}

async function useHere(parts: SessionParts, session: Session): Promise<void> {
  const { activeProfile, ui } = parts;
  const { connection, assumed, form } = session;
  const renew = async () => (await session.renew()).credentials;
  await activeProfile.use(await parts.connectAs(connection, assumed.credentials, renew), form.roleArn);
  const stop = 'Stop Using Role';
  const answer = await ui.inform(`The commands of this window act as ${form.roleArn} now.`, stop);
  if (answer === stop) activeProfile.stopUsingRole();
}

async function openConsole(parts: SessionParts, { assumed, connection }: Session): Promise<void> {
  const { region, signInEndpoint } = connection;
  const { partition } = await connection.caller();
  const came = await parts.ui.progress('Opening the AWS console in the browser', (_report, signal) =>
    parts.openConsole(
      { credentials: assumed.credentials, partition, region, signInEndpoint, path: '/console/home' },
      signal,
    ),
  );
  if (!came)
    await parts.ui.warn(
      'The browser did not come for the sign-in within a minute, so its link is void. Try again.',
    );
}

async function writeProfile(parts: SessionParts, { form, connection }: Session): Promise<void> {
  const { ui, configFile } = parts;
  const before = await configFile.read();
  const taken = [...before.matchAll(/^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/gm)].map(([, name = '']) => name);
  const { name: roleName = 'role' } = parseRoleArn(form.roleArn) ?? {};
  const name = await ui.input({
    title: 'Write Role Profile',
    prompt: 'Name of the new profile',
    value: roleName,
    validate: (text) => profileNameProblem(text, taken),
  });
  if (name === undefined) return;
  const section = roleProfileSection(name, form, connection.profile.name, connection.region);
  const write = 'Write Profile';
  const detail = `This is added to the AWS config file:\n\n${section}`;
  const answer = await ui.confirm({ message: `Write the profile ${name}?`, detail, buttons: [write] });
  if (answer !== write) return;
  await configFile.write(withSection(await configFile.read(), section));
  await ui.inform(`The profile ${name} is written: use it as --profile ${name} or AWS_PROFILE=${name}.`);
}

async function copyEnvironment({ ui }: SessionParts, { assumed, connection }: Session): Promise<void> {
  const shell = await ui.pick(
    [
      { label: 'bash, zsh and others', value: 'bash' as const },
      { label: 'PowerShell', value: 'PowerShell' as const },
    ],
    { title: 'Copy as Environment Lines', placeholder: 'The shell they are for' },
  );
  if (shell === undefined) return;
  const environment = sessionEnvironment(assumed.credentials, connection.region, connection.endpoint);
  await ui.copy(environmentLines(environment, shell));
  await ui.inform(
    'The session’s keys are on the clipboard. Whoever has them can act as the role until they run out.',
  );
}

async function copyJson({ ui }: SessionParts, { assumed }: Session): Promise<void> {
  await ui.copy(credentialProcessJson(assumed.credentials));
  await ui.inform(
    'The session’s keys are on the clipboard. Whoever has them can act as the role until they run out.',
  );
}

/** `14:32`, of the user's own day. */
function timeOfDay(date: Date): string {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
