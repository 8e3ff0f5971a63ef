import { livePolicyScheme } from '../../../../server/src/protocol.ts';
import type { Connection } from '../../aws/connection.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import { type LivePolicy, uriOfLive } from '../../roles/live/address.ts';
import { describeLive, readLivePolicy } from '../../roles/live/readLivePolicy.ts';
import { decideSave, settledDocument } from '../../roles/live/saveDecision.ts';
import type { RolePlan, Step } from '../../roles/plan.ts';
import { formattedDocument } from '../../roles/sameDocument.ts';
import { stepPlan } from '../../roles/stepPlan.ts';
import { mostVersions } from '../../roles/steps/policyVersions.ts';
import type { ShownDiff } from '../../ui/ui.ts';
import { mayDeleteOldest } from '../mayDeleteOldest.ts';
import { changeAccount, type PlanEnd } from '../runPlan.ts';
import { targetOf } from '../targetOf.ts';
import { connectionOf } from './connectionOf.ts';
import type { LiveParts } from './liveParts.ts';
import type { LiveEntry } from './livePolicies.ts';
import { passCheck } from './passCheck.ts';

export type SaveEnd =
  /** AWS has it. `told` settles with whether the user has undone it. */
  | {
      readonly kind: 'written';
      readonly document: string;
      /** What AWS had; undefined where nothing had to be written. */
      readonly before: string | undefined;
      readonly told: Promise<boolean>;
    }
  /** The user wants what AWS has. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'compared'; readonly live: string; readonly problem: string }
  | { readonly kind: 'refused'; readonly problem: string };

const notSaved = 'Not written to AWS, the editor keeps your changes';
const choices = { compare: 'Compare', overwrite: 'Overwrite', reload: 'Reload' } as const;

/** Writes what the editor has to AWS, after everything that speaks against it was asked. */
export async function saveLivePolicy(parts: LiveParts, entry: LiveEntry, wanted: string): Promise<SaveEnd> {
  const { address, document: opened, compared, written } = entry;
  const { policy } = address;
  const uri = uriOfLive(livePolicyScheme, address);
  const connection = await connectionOf(parts.activeProfile, address);
  const api = connection.api();
  const now = await readLivePolicy(api, policy);
  const live = now && settledDocument(now.text, written, parts.now());
  const decision = decideSave({ opened, live, wanted, compared });
  if (live === undefined || decision === 'gone')
    return refused(
      `AWS has no ${describeLive(policy)} any more. Save the text as a file to keep it, and create it anew from there.`,
    );
  if (decision === 'nothing to do')
    return { kind: 'written', document: live, before: undefined, told: Promise.resolve(false) };
  if (decision !== 'write') {
    const end = await askAboutConflict(parts, entry, live, uri, decision === 'seen conflict');
    if (end !== undefined) return end;
  }
  const type = policy.kind === 'trust' ? 'trust' : 'identity';
  const problem = await passCheck(parts, type, wanted, uri, address.account);
  if (problem !== undefined) return refused(problem);
  const step = await stepOf(parts, api, policy, wanted);
  if (step === undefined) return refused(`${notSaved}.`);
  const roles = policy.kind === 'managed' ? undefined : await api.getRole(policy.roleName);
  const plan = stepPlan([step], await targetOf(connection), roles === undefined ? [] : [roles.arn]);
  const { done, problem: why, tell } = await write(parts, connection, plan, policy, live, wanted);
  await parts.ui.open(uri);
  if (done) return { kind: 'written', document: wanted, before: live, told: tell() };
  return refused(why === undefined ? `${notSaved}.` : `${notSaved}. ${why}`);
}

function refused(problem: string): SaveEnd {
  return { kind: 'refused', problem };
}

/** Applies the plan, with the difference shown in place of all that the plan has. */
async function write(
  parts: LiveParts,
  connection: Connection,
  plan: RolePlan,
  policy: LivePolicy,
  live: string,
  wanted: string,
): Promise<PlanEnd> {
  const shown: ShownDiff[] = [];
  const end = await changeAccount(
    {
      ...parts,
      activeProfile: { ...parts.activeProfile, connect: async () => connection },
      ui: {
        ...parts.ui,
        async show() {
          shown.push(
            await parts.ui.diff({
              title: `${describeLive(policy)}: in AWS and to be written`,
              left: `${formattedDocument(live)}\n`,
              right: wanted,
              language: 'json',
            }),
          );
        },
      },
    },
    plan,
  );
  for (const diff of shown) await diff.close();
  return end;
}

/** Undefined where the user writes over it, which is offered once the change was seen. */
async function askAboutConflict(
  { ui }: LiveParts,
  { address: { policy }, document: opened }: LiveEntry,
  live: string,
  uri: string,
  isSeen: boolean,
): Promise<SaveEnd | undefined> {
  const what = describeLive(policy);
  const choice = await ui.confirm({
    message: `The ${what} was changed in AWS since you opened it.`,
    detail: isSeen
      ? 'You have seen the change. Overwrite puts your text in its place, Reload drops your changes.'
      : 'Compare shows that change, and below it your text beside what AWS has now. Reload drops your changes.',
    buttons: isSeen
      ? [choices.overwrite, choices.compare, choices.reload]
      : [choices.compare, choices.reload],
  });
  if (choice === choices.overwrite) return undefined;
  if (choice === choices.reload) return { kind: 'dropped' };
  if (choice !== choices.compare) return refused(`${notSaved}: the ${what} was changed in AWS meanwhile.`);
  await ui.threeWay({
    title: `${what}: changed in AWS, and yours`,
    language: 'json',
    base: `${formattedDocument(opened)}\n`,
    theirs: `${formattedDocument(live)}\n`,
    uri,
  });
  return {
    kind: 'compared',
    live,
    problem: `${notSaved}: the ${what} was changed in AWS meanwhile. Take over what you need from the comparison, then save again.`,
  };
}

/** Undefined where the user gives up. */
async function stepOf(
  { ui }: LiveParts,
  api: AwsApi,
  policy: LivePolicy,
  document: string,
): Promise<Step | undefined> {
  if (policy.kind === 'trust')
    return { kind: 'updateAssumeRolePolicy', roleName: policy.roleName, trustPolicy: document };
  if (policy.kind === 'inline')
    return {
      kind: 'putRolePolicy',
      roleName: policy.roleName,
      policyName: policy.policyName,
      document,
    };
  const { policyArn } = policy;
  const deleteOldest = (await api.listPolicyVersions(policyArn)).length >= mostVersions;
  if (deleteOldest && !(await mayDeleteOldest(ui, describeLive(policy)))) return undefined;
  return { kind: 'createPolicyVersion', policyArn, document, deleteOldest };
}
