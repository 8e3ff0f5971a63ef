import type { Connection } from '../../aws/connection.ts';
import { assumeRoleRequest, type SessionForm } from '../../roles/assume/sessionForm.ts';
import type { AssumedRole, AwsApi, Role } from '../../roles/awsApi.ts';
import { Cancelled, hasCode } from '../../roles/awsError.ts';
import type { Report } from '../../ui/ui.ts';
import type { SessionParts } from './sessionParts.ts';

/** Milliseconds after which AWS surely knows a new role everywhere. */
const young = 120_000;
const pauses: readonly number[] = [1000, 2000, 4000, 8000, 15_000];

/**
 * Assumes a role; asks for the MFA code where the form has a device. A role made a moment ago may be refused until AWS
 * knows it everywhere: then it is tried again. Throws an `AwsError`, or `Cancelled`.
 */
export async function assume(
  { ui, now, wait }: Pick<SessionParts, 'ui' | 'now' | 'wait'>,
  connection: Connection,
  form: SessionForm,
  role: Role | undefined,
): Promise<AssumedRole> {
  const code = form.mfaSerial === '' ? undefined : await askCode(ui, form.mfaSerial);
  const request = assumeRoleRequest(form, code);
  const isYoung = role !== undefined && now().getTime() - role.created.getTime() < young;
  // A code of MFA counts once.
  const tries = isYoung && code === undefined ? pauses : [];
  return ui.progress(`Assuming ${form.roleArn}`, (report, signal) =>
    retry(connection.api(signal), request, tries, report, (time) => wait(time, signal)),
  );
}

async function retry(
  api: AwsApi,
  request: Parameters<AwsApi['assumeRole']>[0],
  waits: readonly number[],
  report: Report,
  wait: (milliseconds: number) => Promise<void>,
): Promise<AssumedRole> {
  for (const pause of waits) {
    try {
      return await api.assumeRole(request);
    } catch (error) {
      if (!hasCode(error, 'AccessDenied')) throw error;
    }
    report({ message: 'The role is new, and AWS does not know it everywhere yet: trying again' });
    await wait(pause);
  }
  return api.assumeRole(request);
}

async function askCode(ui: SessionParts['ui'], serial: string): Promise<string> {
  const code = await ui.input({
    title: 'MFA Code',
    prompt: `The 6 digits that ${serial} shows now`,
    validate: (text) => (/^\d{6}$/.test(text.trim()) ? undefined : 'The code has 6 digits.'),
  });
  if (code === undefined) throw new Cancelled();
  return code.trim();
}
