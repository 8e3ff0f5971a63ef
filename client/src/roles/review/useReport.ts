import type { Role } from '../awsApi.ts';
import { code, table, text } from '../markdown.ts';
import type { ServiceUse } from '../reviewApi.ts';
import { dayOf, daysBetween } from './days.ts';
import { type Gap, gapsSection } from './gaps.ts';
import type { Proposal } from './proposal.ts';
import { proposalsText } from './proposal.ts';

/** The actions that a role's policies allow of a service. */
export interface AllowedService {
  readonly service: string;
  readonly name: string;
  readonly actions: readonly string[];
}

export interface RoleUse {
  readonly role: Role;
  /** As AWS tells it. */
  readonly services: readonly ServiceUse[];
  readonly allowed: readonly AllowedService[];
  readonly proposals: readonly Proposal[];
  readonly gaps: readonly Gap[];
}

/** Days that AWS keeps the use of services. Source: IAM User Guide, Refine permissions using last accessed information. */
const trackedDays = 400;

/** What a role uses beside what it may do, in Markdown; whatever AWS gave is shown as plain text. */
export function useReport(
  { role, services, allowed, proposals, gaps }: RoleUse,
  where: string,
  now: Date,
): string {
  const used = services.filter(({ lastUsed }) => lastUsed !== undefined);
  const idle = services.filter(({ lastUsed }) => lastUsed === undefined);
  const untold = allowed.filter(
    ({ service }) => !services.some(({ namespace }) => namespace.toLowerCase() === service.toLowerCase()),
  );
  const days = Math.min(trackedDays, daysBetween(role.created, now));
  return [
    `# What role ${text(role.name)} uses`,
    `${code(role.arn)} in ${text(where)}.`,
    `It used **${used.length} of ${services.length}** services that it may use, in the ${days} days that AWS knows of it${
      days < 90 ? '. That is not long: what it does once in a while may not be among them' : ''
    }.`,
    ...(used.length === 0 ? [] : [`## Used\n\n${usedTable([...used].sort(latestFirst), allowed)}`]),
    ...actionsSection(used),
    ...(idle.length === 0 ? [] : [`## Never used\n\n${idleTable(idle, allowed)}`]),
    ...untoldSection(untold),
    `## Tighter policies\n\n${proposalsText(proposals)}`,
    ...gapsSection(gaps),
    `## What this does not know\n\nAWS counts attempts, also those it refused, after some hours; it tells actions apart for some services only, and no actions on data, such as reading an object. What a resource-based policy allows the role is not among the services.`,
    `Read from AWS ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  ].join('\n\n');
}

function latestFirst(one: ServiceUse, other: ServiceUse): number {
  return (other.lastUsed?.getTime() ?? 0) - (one.lastUsed?.getTime() ?? 0);
}

function usedTable(services: readonly ServiceUse[], allowed: readonly AllowedService[]): string {
  return table(
    ['Service', 'Prefix', 'Last used', 'Region', 'Actions allowed', 'Of those that AWS tells apart, used'],
    services.map(({ name, namespace, lastUsed, region, actions }) => [
      text(name),
      code(namespace),
      lastUsed === undefined ? '' : dayOf(lastUsed),
      text(region ?? ''),
      actionsAllowed(namespace, allowed),
      actions.length === 0 ? '' : `${actions.filter((one) => one.lastUsed).length} of ${actions.length}`,
    ]),
  );
}

function idleTable(services: readonly ServiceUse[], allowed: readonly AllowedService[]): string {
  return table(
    ['Service', 'Prefix', 'Actions allowed'],
    services.map(({ name, namespace }) => [text(name), code(namespace), actionsAllowed(namespace, allowed)]),
  );
}

/** How many; empty where it is not known. */
function actionsAllowed(namespace: string, allowed: readonly AllowedService[]): string {
  const found = allowed.find(({ service }) => service.toLowerCase() === namespace.toLowerCase());
  return String(found?.actions.length ?? '');
}

function actionsSection(used: readonly ServiceUse[]): readonly string[] {
  const told = used.filter(({ actions }) => actions.length > 0);
  if (told.length === 0) return [];
  const lines = told.map(({ namespace, actions }) => {
    const [usedOnes, idleOnes] = [
      actions.filter((one) => one.lastUsed),
      actions.filter((one) => !one.lastUsed),
    ];
    const names = (list: typeof actions) => list.map(({ name }) => code(name)).join(', ') || 'none';
    return `- ${code(namespace)}: used ${names(usedOnes)}; not used ${names(idleOnes)}`;
  });
  return [`## Actions\n\n${lines.join('\n')}`];
}

function untoldSection(untold: readonly AllowedService[]): readonly string[] {
  if (untold.length === 0) return [];
  return [
    `## Not told by AWS\n\nThe policies allow actions of these services, and AWS does not say whether they are used: ${untold.map(({ service }) => code(service)).join(', ')}.`,
  ];
}
