import { code, table, text } from '../markdown.ts';
import type { Refused, RoleEvent } from './roleEvents.ts';

export interface RoleActivity {
  readonly roleName: string;
  readonly region: string;
  readonly events: readonly RoleEvent[];
  readonly refused: readonly Refused[];
  /** Session names whose calls were looked up, of how many. */
  readonly sessions: { readonly looked: number; readonly all: number };
  /** CloudTrail has more events than were read. */
  readonly more: boolean;
}

/** Rows of a table that a person reads. */
const mostRows = 100;

/** What CloudTrail recorded of a role, in Markdown; whatever AWS gave is shown as plain text. */
export function eventsReport(activity: RoleActivity, where: string, now: Date): string {
  const { roleName, region, events, refused, sessions, more } = activity;
  const assumed = events.filter(({ kind }) => kind === 'assumed');
  const calls = events.filter(({ kind }) => kind === 'call');
  return [
    `# Events of role ${text(roleName)}`,
    `Account ${text(where)}, Region ${text(region)}: assumed ${times(assumed.length)}, ${calls.length} calls in its sessions, ${calls.filter((one) => one.refused).length} of them refused.${more ? ' There are more events than were read.' : ''}`,
    `## Denied\n\n${refused.length === 0 ? 'Nothing that CloudTrail tells.' : deniedText(refused)}`,
    `## Assumed\n\n${eventsTable(assumed, ({ who }) => who)}`,
    `## Calls\n\n${eventsTable(calls)}`,
    `## What this does not know\n\n${[
      `- Other Regions: choose another with \`iamRoles.aws.region\`. Calls of the global endpoint of AWS STS, and of IAM, are in us-east-1.`,
      '- What is older than 90 days, or younger than some minutes.',
      '- Calls on data, such as reading an object of Amazon S3: CloudTrail’s event history has calls that manage resources only.',
      ...(sessions.all > sessions.looked
        ? [`- Sessions of other names: the latest ${sessions.looked} of ${sessions.all} were looked up.`]
        : []),
    ].join('\n')}`,
    `Read from AWS ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  ].join('\n\n');
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** What would end a denial is a sentence: in a narrow editor it has no room in a table. */
function deniedText(refused: readonly Refused[]): string {
  const denials = table(
    ['Action', 'Resource', 'Times', 'Last (UTC)'],
    refused.map(({ action, resource, times: count, last }) => [
      code(action),
      code(resource),
      String(count),
      minute(last),
    ]),
  );
  const remedies = refused.map(
    ({ action, remedy }) =>
      `- ${code(action)}: ${'statement' in remedy ? 'a statement in a policy of the role would allow it.' : text(remedy.explanation)}`,
  );
  return `${denials}\n\n${[...new Set(remedies)].join('\n')}`;
}

/** `who` gives who called, where the session does not tell. */
function eventsTable(events: readonly RoleEvent[], who?: (event: RoleEvent) => string): string {
  if (events.length === 0) return 'None.';
  const rows = events
    .slice(0, mostRows)
    .map((event) => [
      minute(event.time),
      code(event.operation),
      ...(who === undefined ? [] : [code(who(event))]),
      code(event.session),
      code(event.from),
      event.refused === undefined ? '' : text(event.refused.code),
    ]);
  const left = events.length > mostRows ? `\n\nand ${events.length - mostRows} more.` : '';
  const head = [
    'Time (UTC)',
    'Operation',
    ...(who === undefined ? [] : ['Who']),
    'Session',
    'From',
    'Refused',
  ];
  return table(head, rows) + left;
}

function minute(date: Date): string {
  return date.toISOString().slice(0, 16).replace('T', ' ');
}
