import type { SessionForm } from './sessionForm.ts';

/**
 * A section of the AWS config file by which the AWS CLI and SDKs assume the role themselves: it holds no keys. Source: AWS
 * SDKs and Tools Reference Guide, Assume role credential provider.
 */
export function roleProfileSection(
  name: string,
  form: SessionForm,
  sourceProfile: string,
  region: string,
): string {
  const settings: readonly (readonly [key: string, value: string])[] = [
    ['role_arn', form.roleArn],
    ['source_profile', sourceProfile],
    ['role_session_name', form.sessionName],
    ['external_id', form.externalId],
    ['mfa_serial', form.mfaSerial],
    ['duration_seconds', form.duration === 3600 ? '' : String(form.duration)],
    ['region', region],
  ];
  const lines = settings.flatMap(([key, value]) => (value === '' ? [] : `${key} = ${value}`));
  return `[profile ${name}]\n${lines.join('\n')}\n`;
}

/** Undefined when a profile may have this name, else why not. */
export function profileNameProblem(name: string, taken: readonly string[]): string | undefined {
  if (!/^[\w.@+-]{1,64}$/.test(name))
    return 'A profile name has 1 to 64 letters, digits or characters of _.@+- and no spaces.';
  return taken.includes(name) ? `A profile ${name} exists already; choose another name.` : undefined;
}

/** A config file's text with the section at its end. */
export function withSection(text: string, section: string): string {
  if (text === '') return section;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.endsWith('\n') ? newline : newline + newline;
  return text + gap + section.replaceAll('\n', newline);
}
