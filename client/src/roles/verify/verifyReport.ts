import { durationText } from '../assume/sessionForm.ts';
import { code, table, text } from '../markdown.ts';
import { isServiceLinked } from '../steps/onRole.ts';
import { type AssumingTest, discrepancies, type VerifiedRole } from './discrepancies.ts';

/** The report on a role, in Markdown; whatever AWS gave is shown as plain text. */
export function verifyReport(verified: VerifiedRole, where: string, date: Date): string {
  const { live, trust } = verified;
  const { role } = live;
  const wrong = discrepancies(verified);
  const facts: readonly (readonly [string, string])[] = [
    ['ARN', code(role.arn)],
    ['Account', text(where)],
    ['Description', text(role.description || 'none')],
    ...(isServiceLinked(role) ? [['Kind', 'service-linked: only its AWS service changes it'] as const] : []),
    ['Created', date10(role.created)],
    ['Last used', role.lastUsed === undefined ? 'not in the last 400 days' : lastUsed(role.lastUsed)],
    ['Longest session', durationText(role.maxSessionDuration)],
    [
      'Permissions boundary',
      role.permissionsBoundary === undefined ? 'none' : code(role.permissionsBoundary),
    ],
    ['Tags', tagsText(role.tags)],
    ['Instance profiles', listed(live.instanceProfiles.map(({ name }) => name))],
    ['EC2 instances', listed((live.associations ?? []).map(({ instanceId }) => instanceId))],
  ];
  return [
    `# Role ${text(role.name)}`,
    wrong.length === 0
      ? 'Nothing is amiss.'
      : `**${wrong.length} ${wrong.length === 1 ? 'thing is' : 'things are'} not as expected:**\n\n${bullets(wrong)}`,
    `## Can it be assumed?\n\n${assumingText(verified.assuming)}`,
    `## Who may assume it\n\n${bullets(trust)}`,
    `## The role\n\n${table(['', ''], facts)}`,
    `## Attached policies\n\n${bulletsOf(live.attachedPolicies.map(({ arn }) => code(arn)))}`,
    `## Inline policies\n\n${bulletsOf(live.inlinePolicies.map(({ name }) => code(name)))}`,
    `Read from AWS ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  ].join('\n\n');
}

function assumingText(assuming: AssumingTest): string {
  switch (assuming.kind) {
    case 'assumed':
      return `Yes, with the active credentials${assuming.externalId ? ' and the external ID of the trust policy' : ''}: ${code(assuming.as)}`;
    case 'refused':
      return `No:\n\n${bullets(assuming.reasons)}`;
    case 'not tried':
      return text(assuming.reason);
  }
}

function bullets(sentences: readonly string[]): string {
  return bulletsOf(sentences.map(text));
}

function bulletsOf(items: readonly string[]): string {
  return items.length === 0 ? 'None.' : items.map((item) => `- ${item}`).join('\n');
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map(code).join(', ');
}

function tagsText(tags: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(tags).map(([key, value]) => code(`${key}=${value}`));
  return pairs.length === 0 ? 'none' : pairs.join(', ');
}

function lastUsed({ date, region }: { readonly date: Date; readonly region: string | undefined }): string {
  return `${date10(date)}${region === undefined ? '' : ` in ${text(region)}`}`;
}

function date10(date: Date): string {
  return date.toISOString().slice(0, 10);
}
