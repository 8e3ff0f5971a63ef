import type { Role } from '../../roles/awsApi.ts';
import { text } from '../../roles/markdown.ts';
import type { RoleCommandParts } from '../roleCommand.ts';
import type { Refusal } from './explainRefusal.ts';

/** Tells why a role could not be assumed, and offers the change of the trust policy that would let the caller in. */
export async function showRefusal(
  { ui }: Pick<RoleCommandParts, 'ui'>,
  roleArn: string,
  role: Role | undefined,
  { reasons, mended }: Refusal,
): Promise<void> {
  const [first = 'AWS refused without a reason.', ...others] = reasons;
  const showAll = 'Show All Reasons';
  const review = 'Review Trust Policy Change';
  const buttons = [...(others.length > 0 ? [showAll] : []), ...(mended && role ? [review] : [])];
  const answer = await ui.fail(`The role ${roleArn} could not be assumed. ${first}`, ...buttons);
  if (answer === showAll) {
    const list = reasons.map((reason) => `- ${text(reason)}`).join('\n');
    const report = `# Why ${text(roleArn)} could not be assumed\n\n${list}\n`;
    await ui.show({ title: 'Assume Role', language: 'markdown', text: report });
  }
  if (answer === review && mended && role) {
    await ui.diff({
      title: `${role.name}: ${mended.title}`,
      left: role.trustPolicy,
      right: mended.text,
      language: 'json',
    });
    await ui.edit({ language: 'json', text: mended.text });
  }
}
