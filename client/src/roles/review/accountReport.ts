import { code, table, text } from '../markdown.ts';
import {
  type AccountReview,
  isUnused,
  outsiders,
  type ReviewedRole,
  type RoleFinding,
  type Topic,
  topicOf,
} from './accountReview.ts';
import { dayOf } from './days.ts';
import { gapsSection } from './gaps.ts';
import { severities, severityTitles } from './severity.ts';

/** The review of an account's roles, in Markdown; whatever AWS gave is shown as plain text. */
export function accountReport(review: AccountReview): string {
  const { where, account, date, unusedAfter, roles, serviceLinked, notRead, gaps } = review;
  const unused = roles.filter((role) => isUnused(role, review)).sort(longestUnusedFirst);
  const open = roles.filter((role) => outsiders(role).length > 0);
  const found = roles.flatMap((role) => role.findings.map((finding) => ({ role, finding })));
  const of = (topic: Topic) => found.filter(({ finding }) => topicOf(finding) === topic);
  return [
    `# Roles of account ${text(account)}, ${dayOf(date)}`,
    `Read from ${text(where)}.`,
    ...unfinished(notRead, roles.length),
    table(
      ['', 'Roles'],
      [
        ['Reviewed', String(roles.length)],
        ['Of AWS services, not reviewed', String(serviceLinked)],
        [`Not used for ${unusedAfter} days`, String(unused.length)],
        ['Trusting outside accounts', String(open.length)],
        ['With wildcard grants', String(rolesIn(of('wildcard')))],
        ['With missing conditions', String(rolesIn(of('missing condition')))],
        ...severities.map((severity) => [
          `With a finding that is ${/^E/.test(severity) ? 'an' : 'a'} ${severityTitles[severity]}`,
          String(rolesIn(found.filter(({ finding }) => finding.severity === severity))),
        ]),
      ],
    ),
    section(
      `Not used for ${unusedAfter} days`,
      ['Role', 'Last used', 'Created', 'Description'],
      unused.map((role) => [
        code(role.name),
        role.lastUsed instanceof Date ? dayOf(role.lastUsed) : 'not in the last 400 days',
        dayOf(role.created),
        text(shortened(role.description)),
      ]),
    ),
    section(
      'Trusting outside accounts',
      ['Role', 'Accounts'],
      open.map((role) => [code(role.name), outsiders(role).map(code).join(', ')]),
    ),
    section('Wildcard grants', findingHead, of('wildcard').map(findingRow)),
    section('Missing conditions', findingHead, of('missing condition').map(findingRow)),
    ...severities.flatMap((severity) => {
      const all = found.filter(({ finding }) => finding.severity === severity);
      return all.length === 0 ? [] : [section(titleOf(severity), ['Code', 'Times', 'In'], byCode(all))];
    }),
    ...gapsSection(gaps),
    'Accounts of your own are those of the settings `iamRoles.account.id` and `iamRoles.trustedAccounts`. AWS keeps the last use of a role for 400 days.',
  ].join('\n\n');
}

interface Found {
  readonly role: ReviewedRole;
  readonly finding: RoleFinding;
}

const findingHead = ['Role', 'Policy', 'Finding'];

function findingRow({ role, finding }: Found): readonly string[] {
  return [
    code(role.name),
    text(finding.policy),
    `${text(shortened(finding.message))} (${code(finding.code)})`,
  ];
}

function rolesIn(found: readonly Found[]): number {
  return new Set(found.map(({ role }) => role.arn)).size;
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `## ${title}\n\n${rows.length === 0 ? 'None.' : table(head, rows)}`;
}

function titleOf(severity: RoleFinding['severity']): string {
  const title = severityTitles[severity];
  return `Findings: ${title}s`;
}

/** Roles that are named of one code; the CSV has all. */
const named = 10;

function byCode(found: readonly Found[]): readonly (readonly string[])[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const group = groups.get(one.finding.code) ?? [];
    groups.set(one.finding.code, group);
    group.push(one);
  }
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([name, group]) => {
      const roles = [...new Set(group.map(({ role }) => role.name))];
      const more = roles.length > named ? ` and ${roles.length - named} more` : '';
      return [code(name), String(group.length), roles.slice(0, named).map(code).join(', ') + more];
    });
}

function unfinished(notRead: readonly string[], read: number): readonly string[] {
  if (notRead.length === 0) return [];
  return [
    `**The review is not complete: it ended after ${read} of ${read + notRead.length} roles.** Not reviewed: ${notRead.slice(0, named).map(code).join(', ')}${notRead.length > named ? ` and ${notRead.length - named} more` : ''}.`,
  ];
}

function longestUnusedFirst(one: ReviewedRole, other: ReviewedRole): number {
  const time = ({ lastUsed }: ReviewedRole) => (lastUsed instanceof Date ? lastUsed.getTime() : 0);
  return time(one) - time(other);
}

/** A cell that is no longer than a person reads. */
function shortened(long: string): string {
  return long.length > 200 ? `${long.slice(0, 200)}…` : long;
}
