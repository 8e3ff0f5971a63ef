import { durationText } from '../roles/assume/sessionForm.ts';
import type { Role } from '../roles/awsApi.ts';
import type { Fact } from './rolePage.ts';

/** What AWS says of a role itself. */
export function roleFacts(role: Role): readonly Fact[] {
  const { arn, description, created, lastUsed, maxSessionDuration, tags } = role;
  return [
    { label: 'ARN', values: [arn] },
    { label: 'Description', values: description === '' ? [] : [description] },
    { label: 'Created', values: [day(created)] },
    {
      label: 'Last used',
      values: [lastUsed === undefined ? 'not in the last 400 days' : lastUsedText(lastUsed)],
    },
    { label: 'Longest session', values: [durationText(maxSessionDuration)] },
    { label: 'Tags', values: Object.entries(tags).map(([key, value]) => `${key} = ${value}`) },
  ];
}

function lastUsedText({ date, region }: NonNullable<Role['lastUsed']>): string {
  return `${day(date)}${region === undefined ? '' : ` in ${region}`}`;
}

/** In UTC. */
function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
