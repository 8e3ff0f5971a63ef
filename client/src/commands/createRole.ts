import type { Connection } from '../aws/connection.ts';
import { createRolePlan } from '../roles/createRolePlan.ts';
import { runWizard, type WizardQuestion } from '../ui/wizard.ts';
import { emptyDraft, type RoleDraft, type RoleSituation } from './createRole/draft.ts';
import { instanceProfileQuestions } from './createRole/instanceProfileQuestions.ts';
import { nameQuestion } from './createRole/nameQuestion.ts';
import { optionsQuestion } from './createRole/optionsQuestion.ts';
import { permissionQuestions } from './createRole/permissionQuestions.ts';
import { roleAnswers } from './createRole/roleAnswers.ts';
import { summaryQuestion } from './createRole/summaryQuestion.ts';
import { trustCheck } from './createRole/trustCheck.ts';
import { trustQuestions } from './createRole/trustQuestions.ts';
import { policyStartedOn } from './policyStartedOn.ts';
import type { RoleCommand, RoleCommandParts } from './roleCommand.ts';
import { runPlan } from './runPlan.ts';
import { targetOf } from './targetOf.ts';
import { tellError } from './tellError.ts';

/** Asks for all of a role in at most six steps, then shows the plan, and creates it when that is confirmed. */
export const createRole: RoleCommand = async (parts, argument) => {
  const ended = new AbortController();
  try {
    const connection = await parts.activeProfile.connect();
    if (connection === undefined) return;
    const meant = await policyStartedOn(parts.openPolicies, argument);
    const begun: RoleDraft =
      meant?.type === 'trust' ? { ...emptyDraft, source: { kind: 'document', policy: meant } } : emptyDraft;
    const situation = await situationOf(parts, connection, ended.signal);
    const draft = await runWizard(questions(situation, begun), begun, parts.ui.prompter);
    if (draft === undefined) return;
    await runPlan(parts, createRolePlan(roleAnswers(draft), situation.target));
  } catch (error) {
    await tellError(parts, error);
  } finally {
    ended.abort();
  }
};

function questions(situation: RoleSituation, begun: RoleDraft): readonly WizardQuestion<RoleDraft>[] {
  return [
    ...trustQuestions(situation, begun),
    trustCheck(situation),
    nameQuestion(situation),
    optionsQuestion(situation),
    ...permissionQuestions(situation),
    ...instanceProfileQuestions(situation),
    summaryQuestion(situation),
  ];
}

async function situationOf(
  { ui, openPolicies, roleCatalog }: RoleCommandParts,
  connection: Connection,
  signal: AbortSignal,
): Promise<RoleSituation> {
  const [catalog, target] = await Promise.all([roleCatalog(), targetOf(connection)]);
  const api = connection.api(signal);
  return {
    ui,
    openPolicies,
    catalog,
    target,
    api,
    roles: once(() => api.listRoles()),
    policies: once(() => api.listPolicies()),
    instances: once(() => api.describeInstances()),
    samlProviders: once(() => api.listSamlProviders()),
    oidcProviders: once(() => api.listOpenIdConnectProviders()),
  };
}

/** Asks with the first call; a failure is not kept, so that the next call asks again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
