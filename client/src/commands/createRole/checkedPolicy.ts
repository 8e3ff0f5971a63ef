import type { PolicyFinding } from '../../../../server/src/protocol.ts';
import type { OpenPolicy } from '../../documents/openPolicies.ts';
import type { Outcome, StepPrompter } from '../../ui/wizard.ts';
import type { RoleSituation } from './draft.ts';

/** A policy that is about to be used. */
export interface PolicyInUse {
  /** A phrase, such as `trust policy in deploy.json`. */
  readonly name: string;
  readonly text: string;
  readonly complete: boolean;
  readonly findings: readonly PolicyFinding[];
  /** Undefined where the text is in no document. */
  readonly source: OpenPolicy | undefined;
}

/** A policy from a document. */
export function fromDocument(kind: string, policy: OpenPolicy): PolicyInUse {
  const { name, text, complete, findings } = policy;
  return { name: `${kind} in ${name}`, text, complete, findings, source: policy };
}

/** A policy made by a template or read from AWS. */
export async function fromText(
  name: string,
  text: string,
  { openPolicies, target }: Pick<RoleSituation, 'openPolicies' | 'target'>,
): Promise<PolicyInUse> {
  const findings = await openPolicies.check(text, 'trust', target.account);
  return { name, text, complete: true, findings, source: undefined };
}

const goOn = 'Use It Anyway';

/**
 * Passes policies that are sound. What AWS would refuse ends the wizard with the document opened at the place; a
 * security warning is asked about.
 */
export async function passChecked<Answers>(
  policies: readonly PolicyInUse[],
  answers: Answers,
  title: string,
  situation: Pick<RoleSituation, 'ui'>,
  prompter: StepPrompter,
): Promise<Outcome<Answers>> {
  const refused = policies.find((policy) => errorOf(policy) !== undefined);
  if (refused !== undefined) {
    await tellRefused(refused, situation);
    return { kind: 'dismissed' };
  }
  const warned = policies.filter(({ findings }) => findings.some(isWarning));
  if (warned.length === 0) return { kind: 'passed', value: answers };
  const items = [
    { label: goOn, icon: 'check', value: true, detail: warningsOf(warned) },
    { label: 'Look at It First', icon: 'go-to-file', value: false, detail: 'Ends the wizard.' },
  ];
  const placeholder = `There is a security warning on the ${warned.map(({ name }) => name).join(' and ')}`;
  const prompted = await prompter.pick(items, { title, placeholder });
  if (prompted.kind !== 'answer') return prompted;
  if (prompted.value) return { kind: 'answer', value: answers };
  for (const policy of warned) await open(policy, situation, isWarning);
  return { kind: 'dismissed' };
}

const deployed =
  'it has values that are known to a deployment only, or still to be typed, so that AWS cannot be sent it as it is';

function errorOf({ complete, findings }: PolicyInUse): string | undefined {
  const error = findings.find(isError);
  return error?.message ?? (complete ? undefined : `${deployed}.`);
}

async function tellRefused(policy: PolicyInUse, situation: Pick<RoleSituation, 'ui'>): Promise<void> {
  await open(policy, situation, isError);
  const count = policy.findings.filter(isError).length;
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  await situation.ui.fail(`The ${policy.name} cannot be used: ${errorOf(policy)}${more}`);
}

async function open(
  { source, text, name, findings }: PolicyInUse,
  { ui }: Pick<RoleSituation, 'ui'>,
  which: (finding: PolicyFinding) => boolean,
): Promise<void> {
  if (source === undefined) return ui.show({ title: name, language: 'json', text });
  await ui.open(source.uri, findings.find(which)?.range ?? source.range);
}

function warningsOf(policies: readonly PolicyInUse[]): string {
  return policies
    .flatMap(({ findings }) => findings.filter(isWarning).map(({ message }) => message))
    .join(' ');
}

function isError({ severity }: PolicyFinding): boolean {
  return severity === 'ERROR';
}

function isWarning({ severity }: PolicyFinding): boolean {
  return severity === 'SECURITY_WARNING';
}
