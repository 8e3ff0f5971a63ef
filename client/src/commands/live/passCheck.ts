import type { PolicyFinding, PolicyType } from '../../../../server/src/protocol.ts';
import type { LiveParts } from './liveParts.ts';

const [goOn, look] = ['Save Anyway', 'Look at It First'];

/**
 * Undefined for a policy that is sound, or whose warnings the user takes. Otherwise a sentence, with the place open in
 * the editor.
 */
export async function passCheck(
  { ui, openPolicies }: Pick<LiveParts, 'ui' | 'openPolicies'>,
  type: PolicyType,
  text: string,
  uri: string,
  account: string,
): Promise<string | undefined> {
  const findings = await openPolicies.check(text, type, account);
  const of = (severity: PolicyFinding['severity']) => findings.filter((one) => one.severity === severity);
  const [error] = of('ERROR');
  if (error !== undefined) {
    await ui.open(uri, error.range);
    return `AWS would refuse this policy. Line ${error.range.start.line + 1}: ${error.message}`;
  }
  const warnings = of('SECURITY_WARNING');
  const [warning] = warnings;
  if (warning === undefined) return undefined;
  const choice = await ui.confirm({
    message: 'Save this policy despite a security warning?',
    detail: warnings.map(({ message }) => message).join('\n\n'),
    buttons: [goOn, look],
  });
  if (choice === goOn) return undefined;
  if (choice === look) await ui.open(uri, warning.range);
  return 'Not written to AWS, the editor keeps your changes.';
}
