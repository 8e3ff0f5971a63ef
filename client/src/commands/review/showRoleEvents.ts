import { parseDenial } from '../../aws/errors/parseDenial.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import { eventsReport, type RoleActivity } from '../../roles/review/eventsReport.ts';
import { type Refused, refusedCalls, roleEvents, sessionNames } from '../../roles/review/roleEvents.ts';
import type { TrailEvents } from '../../roles/reviewApi.ts';
import type { Report } from '../../ui/ui.ts';
import { offer } from '../offer.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { tellError } from '../tellError.ts';
import { askOwnRole, type OwnRole } from './ownRole.ts';

const title = 'Show Events of a Role';
/** Events of a look-up, 50 a call. */
const assumedAtMost = 200;
const callsAtMost = 100;
const sessionsAtMost = 10;
/** Milliseconds: CloudTrail answers two look-ups a second. */
const pause = 500;

/** Shows who assumed a role and what was called in its sessions; `argument` is its name or ARN. */
export async function showRoleEvents(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, now } = parts;
  try {
    const own = await askOwnRole(parts, title, argument);
    if (own === undefined) return;
    const { role, where } = own;
    const activity = await ui.progress(`Reading events of ${role.name}`, (report, signal) =>
      readActivity(own, report, own.connection.api(signal), () => parts.wait(pause, signal)),
    );
    await ui.show({
      title: `Events of ${role.name}`,
      language: 'markdown',
      text: eventsReport(activity, where, now()),
    });
    await offerStatements(parts, activity);
  } catch (error) {
    await tellError(parts, error);
  }
}

async function readActivity(
  { role, connection }: OwnRole,
  report: Report,
  api: AwsApi,
  wait: () => Promise<void>,
): Promise<RoleActivity> {
  const assumed = await api.lookupEvents({ key: 'ResourceName', value: role.arn }, assumedAtMost);
  const all = sessionNames(roleEvents(assumed.events, role.arn));
  const looked = all.slice(0, sessionsAtMost);
  const lookups: TrailEvents[] = [assumed];
  for (const [index, name] of looked.entries()) {
    report({ message: `session ${index + 1} of ${looked.length}` });
    await wait();
    lookups.push(await api.lookupEvents({ key: 'Username', value: name }, callsAtMost));
  }
  const events = roleEvents(
    lookups.flatMap((one) => one.events),
    role.arn,
  );
  return {
    roleName: role.name,
    region: connection.region,
    events,
    refused: refusedCalls(events, parseDenial),
    sessions: { looked: looked.length, all: all.length },
    more: lookups.some(({ more }) => more),
  };
}

async function offerStatements(
  { ui }: SessionParts,
  { roleName, events, refused }: RoleActivity,
): Promise<void> {
  const mendable = refused.flatMap((one) =>
    'statement' in one.remedy ? [{ ...one, statement: one.remedy.statement }] : [],
  );
  const message = `${roleName}: ${events.length} events in CloudTrail, ${refused.length === 0 ? 'nothing denied' : `${refused.length} different things denied`}.`;
  const allow = {
    label: 'Allow What Was Denied…',
    run: () => allowRefused(ui, mendable),
  };
  await offer(ui.inform, message, mendable.length === 0 ? [] : [allow]);
}

type Mendable = Refused & { readonly statement: object };

/** An unsaved policy to look at, and to put to the role as any other. */
async function allowRefused(ui: SessionParts['ui'], mendable: readonly Mendable[]): Promise<void> {
  const items = mendable.map(({ action, resource, times, statement }) => ({
    label: action,
    description: resource,
    detail: `denied ${times === 1 ? 'once' : `${times} times`}`,
    value: statement,
  }));
  const statements = await ui.pickMany(items, {
    title: 'Allow What Was Denied',
    placeholder: 'The statements of a new policy; deny is sometimes right',
  });
  if (statements === undefined || statements.length === 0) return;
  const policy = { Version: '2012-10-17', Statement: statements };
  await ui.edit({ language: 'json', text: `${JSON.stringify(policy, undefined, 2)}\n` });
}
