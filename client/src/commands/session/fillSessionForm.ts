import {
  type DurationLimit,
  durationText,
  fieldChecks,
  parseSessionTags,
  type SessionForm,
  sessionTagsText,
} from '../../roles/assume/sessionForm.ts';
import type { Caller } from '../../roles/awsApi.ts';
import type { PickItem, Ui } from '../../ui/ui.ts';
import type { SessionParts } from './sessionParts.ts';

type Field = Exclude<keyof SessionForm, 'roleArn' | 'transitiveTagKeys'>;

export interface FormFacts {
  readonly caller: Caller;
  readonly limit: DurationLimit;
  readonly mfaDevices: readonly string[];
}

/** Shows the form as a list of its fields until it is sent; undefined when it is dismissed. */
export async function fillSessionForm(
  parts: Pick<SessionParts, 'ui' | 'openPolicies'>,
  first: SessionForm,
  facts: FormFacts,
): Promise<SessionForm | undefined> {
  const title = `Assume ${first.roleArn}`;
  let form = first;
  for (;;) {
    const picked = await parts.ui.pick(rows(form, facts.limit), {
      title,
      placeholder: 'Enter to assume the role, or choose what to change',
    });
    if (picked === undefined) return undefined;
    if (picked === 'send') return form;
    form = { ...form, ...(await fieldEditors[picked](parts, form, facts, title)) };
  }
}

function rows(form: SessionForm, limit: DurationLimit): readonly PickItem<Field | 'send'>[] {
  const none = 'none';
  return [
    { label: 'Assume Role', icon: 'play', value: 'send' },
    {
      label: 'Session name',
      description: form.sessionName,
      icon: 'tag',
      group: 'Session',
      value: 'sessionName',
    },
    {
      label: 'Duration',
      description: durationText(form.duration),
      detail: limit.reason,
      icon: 'clock',
      value: 'duration',
    },
    { label: 'MFA device', description: form.mfaSerial || none, icon: 'lock', value: 'mfaSerial' },
    { label: 'External ID', description: form.externalId || none, icon: 'key', value: 'externalId' },
    {
      label: 'Source identity',
      description: form.sourceIdentity || none,
      icon: 'account',
      group: 'More',
      value: 'sourceIdentity',
    },
    { label: 'Session tags', description: sessionTagsText(form) || none, icon: 'symbol-key', value: 'tags' },
    { label: 'Session policy', description: form.policy?.name ?? none, icon: 'shield', value: 'policy' },
  ];
}

type Editor = (
  parts: Pick<SessionParts, 'ui' | 'openPolicies'>,
  form: SessionForm,
  facts: FormFacts,
  title: string,
) => Promise<Partial<SessionForm>>;

type TextField = keyof typeof fieldChecks;

async function askText(
  ui: Ui,
  form: SessionForm,
  field: TextField,
  title: string,
  prompt: string,
): Promise<Partial<SessionForm>> {
  const text = await ui.input({ title, prompt, value: form[field], validate: fieldChecks[field] });
  return text === undefined ? {} : { [field]: text };
}

function textEditor(field: TextField, prompt: string): Editor {
  return ({ ui }, form, _facts, title) => askText(ui, form, field, title, prompt);
}

const fieldEditors: Readonly<Record<Field, Editor>> = {
  sessionName: textEditor('sessionName', 'Name of the session, as CloudTrail will show it'),
  externalId: textEditor('externalId', 'External ID agreed with the role’s owner; empty for none'),
  sourceIdentity: textEditor(
    'sourceIdentity',
    'Source identity: whoever is behind the session, for good; empty for none. The trust policy must allow sts:SetSourceIdentity.',
  ),
  async duration({ ui }, form, { limit }, title) {
    const seconds = [900, 1800, 3600, 7200, 14_400, 28_800, 43_200, limit.longest]
      .filter((one) => one <= limit.longest)
      .sort((a, b) => a - b);
    const items = [...new Set(seconds)].map((value) => ({
      label: durationText(value),
      ...(value === form.duration && { description: 'now' }),
      value,
    }));
    const duration = await ui.pick(items, { title, placeholder: limit.reason });
    return duration === undefined ? {} : { duration };
  },
  async mfaSerial({ ui }, form, { mfaDevices }, title) {
    const known = mfaDevices.map((serial) => ({ label: serial, value: { serial } }));
    const items: PickItem<{ readonly serial: string | undefined }>[] = [
      { label: 'None', value: { serial: '' } },
      ...known,
      { label: 'Enter Another…', value: { serial: undefined } },
    ];
    const placeholder = 'MFA device; its code is asked for when the role is assumed';
    const picked = await ui.pick(items, { title, placeholder });
    if (picked === undefined) return {};
    if (picked.serial !== undefined) return { mfaSerial: picked.serial };
    return askText(ui, form, 'mfaSerial', title, 'ARN or serial number of the MFA device');
  },
  async tags({ ui }, form, _facts, title) {
    const text = await ui.input({
      title,
      prompt:
        'Session tags, such as team=blue, cost-center*=1; a star hands a tag on through role chaining. The trust policy must allow sts:TagSession.',
      value: sessionTagsText(form),
      validate: (given) =>
        parseSessionTags(given) === undefined
          ? 'Write tags as key=value, separated by commas: keys up to 128 characters and not beginning with aws:, values up to 256, 50 tags at most.'
          : undefined,
    });
    return (text !== undefined && parseSessionTags(text)) || {};
  },
  async policy({ ui, openPolicies }, _form, _facts, title) {
    const open = (await openPolicies.all()).filter(({ type }) => type !== 'trust');
    const items: PickItem<Pick<SessionForm, 'policy'>>[] = [
      { label: 'None', value: { policy: undefined } },
      ...open.map(({ name, text }) => ({ label: name, value: { policy: { name, text } } })),
    ];
    const picked = await ui.pick(items, {
      title,
      placeholder:
        open.length === 0
          ? 'Open a permission policy to use it as the session policy'
          : 'The session may do only what the session policy allows as well',
    });
    return picked ?? {};
  },
};
