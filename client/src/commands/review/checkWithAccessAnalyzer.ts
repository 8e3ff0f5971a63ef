import { policyPlacesRequest } from '../../../../server/src/protocol.ts';
import type { AnalyzerFindingAt } from '../../documents/analyzerFindings.ts';
import type { OpenPolicy } from '../../documents/openPolicies.ts';
import { AwsError } from '../../roles/awsError.ts';
import { notToldYet, type PathFinding } from '../../roles/review/analyzerResults.ts';
import { offer } from '../offer.ts';
import { policyStartedOn } from '../policyStartedOn.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { remedies, tellError } from '../tellError.ts';
import { type AnalyzerCheck, analyzerChecks, type RunCheck } from './analyzerChecks.ts';

const title = 'Check with AWS Access Analyzer';

/** Has Access Analyzer judge the open policy, and shows what it finds in the document. */
export async function checkWithAccessAnalyzer(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, openPolicies, activeProfile } = parts;
  try {
    const policy = (await policyStartedOn(openPolicies, argument)) ?? (await openPolicies.atCursor());
    if (policy === undefined)
      return void (await ui.fail(
        'No policy is open. Open the document that holds it, then run the command again.',
      ));
    if (!policy.complete)
      return void (await ui.fail(
        `AWS cannot be sent the policy in ${policy.name}: values in it are known to a deployment only, or still to be typed.`,
      ));
    const checks = await chooseChecks(parts, policy);
    const connection = checks && (await activeProfile.connect());
    if (checks === undefined || connection === undefined) return;
    const runs: { check: AnalyzerCheck; run: RunCheck }[] = [];
    for (const check of checks) {
      const run = await check.ask(parts, policy);
      if (run === undefined) return;
      runs.push({ check, run });
    }
    const { account } = await connection.caller();
    if (!(await agreedToPay(parts, checks, account))) return;
    const outcomes = await ui.progress(title, async (report, signal) => {
      const found: Outcome[] = [];
      for (const { check, run } of runs) {
        report({ message: check.label });
        found.push(await outcomeOf(check, () => run(connection.api(signal))));
      }
      return found;
    });
    await showOutcomes(parts, policy, outcomes);
  } catch (error) {
    await tellError(parts, error);
  }
}

type Outcome = { readonly check: AnalyzerCheck } & (
  | { readonly findings: readonly PathFinding[] }
  | { readonly error: AwsError }
);

/** One that is refused does not keep the others from being made. */
async function outcomeOf(check: AnalyzerCheck, run: () => Promise<readonly PathFinding[]>): Promise<Outcome> {
  try {
    return { check, findings: await run() };
  } catch (error) {
    if (error instanceof AwsError) return { check, error };
    throw error;
  }
}

async function chooseChecks(
  { ui }: SessionParts,
  { type, name }: OpenPolicy,
): Promise<readonly AnalyzerCheck[] | undefined> {
  const items = analyzerChecks
    .filter(({ fits }) => fits(type))
    .map((check) => ({
      label: check.label,
      description: check.charged ? 'AWS charges for each call' : 'free',
      detail: check.detail,
      picked: !check.charged,
      value: check,
    }));
  const picked = await ui.pickMany(items, { title, placeholder: `What AWS is to check of ${name}` });
  return picked === undefined || picked.length === 0 ? undefined : picked;
}

async function agreedToPay(
  { ui }: SessionParts,
  checks: readonly AnalyzerCheck[],
  account: string,
): Promise<boolean> {
  const charged = checks.filter((one) => one.charged);
  if (charged.length === 0) return true;
  const calls = charged.length === 1 ? 'one call' : `${charged.length} calls`;
  const answer = await ui.confirm({
    message: `AWS charges account ${account} for ${calls} of Access Analyzer. Make ${charged.length === 1 ? 'it' : 'them'}?`,
    detail: `${charged.map(({ label }) => label).join('\n')}\n\nPrices are on aws.amazon.com/iam/access-analyzer/pricing.`,
    buttons: ['Check'],
  });
  return answer === 'Check';
}

async function showOutcomes(
  parts: SessionParts,
  policy: OpenPolicy,
  outcomes: readonly Outcome[],
): Promise<void> {
  const { ui, openPolicies, showAnalyzerFindings } = parts;
  const found = outcomes.flatMap((one) => ('findings' in one ? one.findings : []));
  const now = (await openPolicies.all()).find((one) => isSame(one, policy));
  if (now === undefined)
    return void (await ui.warn(
      `${policy.name} was edited while AWS checked it, so what AWS found is not shown. Run the command again.`,
    ));
  const placed = await place(parts, now, found);
  const fresh = notToldYet(placed, now.findings);
  await showAnalyzerFindings(policy.uri, fresh);
  const told = placed.length - fresh.length;
  const summaries = outcomes.map((one) => `${one.check.label}: ${summaryOf(one)}`);
  const message = `Access Analyzer on ${policy.name}. ${summaries.join('; ')}.${told === 0 ? '' : ` ${told} of it ${told === 1 ? 'was' : 'were'} told already.`}`;
  const [first] = fresh;
  const failed = outcomes.flatMap((one) => ('error' in one ? [one.error] : []));
  await offer(failed.length > 0 ? ui.fail : ui.inform, message, [
    ...(first ? [{ label: 'Go to First Finding', run: () => ui.open(policy.uri, first.range) }] : []),
    ...(failed[0] ? remedies(parts, failed[0]) : []),
  ]);
}

function summaryOf(outcome: Outcome): string {
  if ('error' in outcome) return outcome.error.message.replace(/\.$/, '');
  const { length } = outcome.findings;
  if (length === 0) return outcome.check.charged ? 'passed' : 'no findings';
  return `${length} ${length === 1 ? 'finding' : 'findings'}`;
}

function isSame(one: OpenPolicy, other: OpenPolicy): boolean {
  const [here, there] = [one.range.start, other.range.start];
  return (
    one.uri === other.uri &&
    here.line === there.line &&
    here.character === there.character &&
    one.text === other.text
  );
}

/** By paths: AWS's lines and columns are those of the text it was sent, and not of the document. */
async function place(
  { ask }: SessionParts,
  { uri, range }: OpenPolicy,
  findings: readonly PathFinding[],
): Promise<readonly AnalyzerFindingAt[]> {
  const paths = findings.map(({ path }) => path);
  const ranges = (await ask(policyPlacesRequest, { uri, start: range.start, paths })) ?? [];
  return findings.map(({ path: _, ...finding }, index) => ({ ...finding, range: ranges[index] ?? range }));
}
