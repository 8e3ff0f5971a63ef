import { allowedActionsRequest, tightenPolicyRequest } from '../../../../server/src/protocol.ts';
import type { AwsApi, Role } from '../../roles/awsApi.ts';
import { ownError } from '../../roles/awsError.ts';
import { collectGaps } from '../../roles/review/gaps.ts';
import { hasChanges, type Proposal, policyTitle, usedServices } from '../../roles/review/proposal.ts';
import {
  managedPolicyReader,
  type RolePolicy,
  readAttachedPolicies,
  readInlinePolicies,
} from '../../roles/review/rolePolicies.ts';
import { type RoleUse, useReport } from '../../roles/review/useReport.ts';
import type { ServiceUse } from '../../roles/reviewApi.ts';
import { formattedDocument } from '../../roles/sameDocument.ts';
import type { Report } from '../../ui/ui.ts';
import { offer } from '../offer.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { tellError } from '../tellError.ts';
import { askOwnRole } from './ownRole.ts';

const title = 'Review What a Role Uses';

/** Shows what a role used beside what it may do, and proposes tighter policies; `argument` is its name or ARN. */
export async function reviewRoleUse(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, now } = parts;
  try {
    const own = await askOwnRole(parts, title, argument);
    if (own === undefined) return;
    const { connection, role, where } = own;
    const use = await ui.progress(`Reviewing what ${role.name} uses`, (report, signal) =>
      readUse(parts, connection.api(signal), role, report, signal),
    );
    await ui.show({
      title: `Use of ${role.name}`,
      language: 'markdown',
      text: useReport(use, where, now()),
    });
    await offerProposals(parts, role, use);
  } catch (error) {
    await tellError(parts, error);
  }
}

async function readUse(
  parts: SessionParts,
  api: AwsApi,
  role: Role,
  report: Report,
  signal: AbortSignal,
): Promise<RoleUse> {
  const job = await api.generateServiceLastAccessedDetails(role.arn);
  report({ message: 'reading its policies' });
  const gaps = collectGaps();
  const attached = await gaps.orElse([], () => api.listAttachedRolePolicies(role.name));
  const policies = [
    ...(await readInlinePolicies(api, role.name, gaps)),
    ...(await readAttachedPolicies(
      attached,
      managedPolicyReader(() => api, gaps),
    )),
  ];
  report({ message: 'waiting for the report of AWS' });
  const services = await reportOf(api, job, (time) => parts.wait(time, signal));
  report({ message: 'comparing' });
  const proposals = await Promise.all(policies.map((policy) => propose(parts, policy, services)));
  const allowed = await answerOf(
    parts.ask(allowedActionsRequest, { policies: policies.map(({ document }) => document) }),
  );
  return { role, services, allowed, proposals: proposals.flat(), gaps: gaps.list };
}

/** Milliseconds; AWS takes some seconds mostly. */
const firstPause = 500;
const longestPause = 8_000;
const patience = 180_000;

async function reportOf(
  api: AwsApi,
  job: string,
  wait: (milliseconds: number) => Promise<void>,
): Promise<readonly ServiceUse[]> {
  for (let pause = firstPause, waited = 0; ; pause = Math.min(pause * 1.6, longestPause)) {
    const answer = await api.getServiceLastAccessedDetails(job);
    if (answer.status === 'COMPLETED') return answer.services;
    if (answer.status === 'FAILED')
      throw ownError('reportFailed', `AWS could not tell what the role uses: ${answer.reason}. Try again.`);
    if (waited > patience)
      throw ownError('reportLate', 'AWS has not told what the role uses for three minutes: try again later.');
    await wait(pause);
    waited += pause;
  }
}

async function propose(
  { ask }: SessionParts,
  policy: RolePolicy,
  services: readonly ServiceUse[],
): Promise<readonly Proposal[]> {
  const document = formattedDocument(policy.document);
  const tighter = await answerOf(ask(tightenPolicyRequest, { text: document, use: usedServices(services) }));
  return tighter === null ? [] : [{ ...tighter, policy: { ...policy, document } }];
}

async function answerOf<T>(asked: Promise<T | undefined>): Promise<T> {
  const answer = await asked;
  if (answer === undefined)
    throw new Error(
      'The IAM language server is off, so policies cannot be read. Restart it, then try again.',
    );
  return answer;
}

async function offerProposals(
  parts: SessionParts,
  { name }: Role,
  { services, proposals }: RoleUse,
): Promise<void> {
  const used = services.filter(({ lastUsed }) => lastUsed !== undefined).length;
  const message = `${name} used ${used} of ${services.length} services that it may use.`;
  const tighter = proposals.filter(hasChanges);
  const show = { label: 'Show Tighter Policies…', run: () => showProposals(parts, name, tighter) };
  await offer(parts.ui.inform, message, tighter.length === 0 ? [] : [show]);
}

async function showProposals(
  { ui }: SessionParts,
  roleName: string,
  proposals: readonly Proposal[],
): Promise<void> {
  const items = proposals.map((proposal) => ({
    label: proposal.policy.name,
    description: proposal.policy.kind,
    detail:
      proposal.text === null
        ? 'nothing of it was used'
        : `${proposal.changes.length} entries of Action change`,
    icon: 'shield',
    value: proposal,
  }));
  const [only, ...others] = proposals;
  const chosen =
    others.length === 0 ? only : await ui.pick(items, { title, placeholder: `The policy of ${roleName}` });
  if (chosen === undefined) return;
  const { policy, text } = chosen;
  const what = policyTitle(policy);
  if (text === null)
    return void (await ui.inform(
      `Nothing that the ${what} allows was used: take it off with “Detach Policies from Role…”.`,
    ));
  await ui.diff({
    title: `${policy.name}: live and tighter`,
    left: policy.document,
    right: text,
    language: 'json',
  });
  await offer(
    ui.inform,
    `The tighter policy allows nothing that the ${what} does not. To take it, open it, then ${takeIt[policy.kind]}.`,
    [{ label: 'Open Tighter Policy', run: () => ui.edit({ language: 'json', text: `${text}\n` }) }],
  );
}

const takeIt: Readonly<Record<RolePolicy['kind'], string>> = {
  inline: 'run “Put as Inline Policy…”',
  'customer managed': 'run “Update Managed Policy…”',
  'AWS managed': 'run “Create Managed Policy…”, and attach it in place of AWS’s',
};
