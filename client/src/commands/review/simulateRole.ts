import { allowedActionsRequest, judgeAssumptionRequest } from '../../../../server/src/protocol.ts';
import { sessionContext } from '../../roles/assume/sessionContext.ts';
import type { AwsApi, ContextEntry, SimulatedDecision } from '../../roles/awsApi.ts';
import { contextComplaint, contextEntry, listOf } from '../../roles/review/contextEntry.ts';
import { collectGaps } from '../../roles/review/gaps.ts';
import {
  managedPolicyReader,
  readAttachedPolicies,
  readInlinePolicies,
} from '../../roles/review/rolePolicies.ts';
import { simulationReport, type TrustJudgement } from '../../roles/review/simulationReport.ts';
import type { PickItem } from '../../ui/ui.ts';
import { trustedArnOf } from '../session/explainRefusal.ts';
import { firstForm, formFacts } from '../session/firstForm.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { tellError } from '../tellError.ts';
import { askOwnRole, type OwnRole } from './ownRole.ts';

const title = 'Simulate Role';

/** Asks IAM's policy simulator about a role and an action, and shows what it says; `argument` is the role's name or ARN. */
export async function simulateRole(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, now } = parts;
  try {
    const own = await askOwnRole(parts, title, argument);
    const action = own && (await askAction(parts, own));
    const resources = action === undefined ? undefined : await askResources(parts, action);
    if (own === undefined || action === undefined || resources === undefined) return;
    const { connection, role, where } = own;
    const simulate = (context: readonly ContextEntry[]) =>
      ui.progress(`Asking IAM whether ${role.name} may do ${action}`, (_report, signal) =>
        connection.api(signal).simulatePrincipalPolicy(role.arn, [action], resources, context),
      );
    const first = await simulate([]);
    const context = await askContext(parts, first);
    if (context === undefined) return;
    const decisions = context.length === 0 ? first : await simulate(context);
    const trust = await judgeTrust(parts, own);
    const text = simulationReport({ role, action, context, decisions, trust }, where, now());
    await ui.show({ title: `${role.name} ${action}`, language: 'markdown', text });
  } catch (error) {
    await tellError(parts, error);
  }
}

/** More rows than this are searched by nobody. */
const mostRows = 5000;

async function askAction(parts: SessionParts, own: OwnRole): Promise<string | undefined> {
  const { ui } = parts;
  const byHand = 'by hand';
  const items = async (): Promise<readonly PickItem<string>[]> => [
    { label: 'Enter an Action…', icon: 'edit', value: byHand },
    ...(await allowedItems(parts, own.connection.api(), own.role.name)).slice(0, mostRows),
  ];
  const placeholder = `What ${own.role.name} is to do; its policies allow the actions below on some resource`;
  const picked = await ui.pick(items(), { title, placeholder });
  if (picked !== byHand) return picked;
  const typed = await ui.input({
    title,
    prompt: 'The action, such as s3:GetObject',
    validate: (written) =>
      /^[\w-]+:\w+$/.test(written.trim())
        ? undefined
        : 'An action is a service prefix, a colon and a name without wildcards, such as s3:GetObject.',
  });
  return typed?.trim();
}

async function allowedItems(
  { ask }: SessionParts,
  api: AwsApi,
  roleName: string,
): Promise<readonly PickItem<string>[]> {
  // An action can be typed all the same.
  const gaps = collectGaps();
  const attached = await gaps.orElse([], () => api.listAttachedRolePolicies(roleName));
  const policies = [
    ...(await readInlinePolicies(api, roleName, gaps)),
    ...(await readAttachedPolicies(
      attached,
      managedPolicyReader(() => api, gaps),
    )),
  ];
  const texts = policies.map(({ document }) => document);
  const services = (await ask(allowedActionsRequest, { policies: texts })) ?? [];
  return services.flatMap(({ service, name, actions }) =>
    actions.map((action) => ({
      label: `${service}:${action}`,
      group: name,
      value: `${service}:${action}`,
    })),
  );
}

async function askResources({ ui }: SessionParts, action: string): Promise<readonly string[] | undefined> {
  const written = await ui.input({
    title,
    prompt: `ARNs of the resources of ${action}, with commas between them; * for any`,
    value: '*',
    validate: (text) =>
      listOf(text).length > 0 && listOf(text).every((one) => one === '*' || /^arn:[^:]+:[^:]+:/.test(one))
        ? undefined
        : 'Write ARNs, such as arn:aws:s3:::amzn-s3-demo-bucket/report.csv, or *.',
  });
  return written === undefined ? undefined : listOf(written);
}

/** Values of the keys that the decision depends on; undefined when the user gives up. */
async function askContext(
  { ui }: SessionParts,
  decisions: readonly SimulatedDecision[],
): Promise<readonly ContextEntry[] | undefined> {
  const keys = [...new Set(decisions.flatMap(({ missingContextKeys }) => missingContextKeys))];
  const entries: ContextEntry[] = [];
  for (const key of keys) {
    const written = await ui.input({
      title,
      prompt: `Value of ${key} in the request, several with commas; empty: the request has no such key`,
      validate: (text) => contextComplaint(key, text),
    });
    if (written === undefined) return undefined;
    const entry = contextEntry(key, written);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

/** What the trust policy makes of whoever asks, with what is known of the request. */
async function judgeTrust(
  parts: SessionParts,
  { connection, caller, role }: OwnRole,
): Promise<TrustJudgement | undefined> {
  const api = connection.api();
  const form = await firstForm(parts, role.arn, role, await formFacts(api, caller, role));
  const trustedArn = await trustedArnOf(api, caller);
  const answer = await parts.ask(judgeAssumptionRequest, {
    trustPolicy: role.trustPolicy,
    ...sessionContext(form, caller, trustedArn, parts.now()),
  });
  return answer ? { caller: caller.arn, ...answer } : undefined;
}
