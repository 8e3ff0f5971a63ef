import { printCli } from '../../roles/print/printCli.ts';
import type { SessionCommand } from '../session/sessionParts.ts';
import { askPlan } from './planCommand.ts';
import { singleCommands } from './singleCommands.ts';

/** The script of a command in place of doing it. */
export const copyAsCli: SessionCommand = async (parts, argument) => {
  const items = Object.values(singleCommands).map(({ title, ask }) => ({
    label: title,
    icon: 'terminal',
    value: ask,
  }));
  const title = 'Copy as AWS CLI Command';
  const ask = await parts.ui.pick(items, { title, placeholder: 'What the commands are to do' });
  const plan = ask && (await askPlan(parts, ask, argument));
  if (plan === undefined) return;
  await parts.ui.copy(printCli(plan));
  const show = 'Show';
  const answer = await parts.ui.inform(`${plan.title}: copied as a script for bash and the AWS CLI.`, show);
  if (answer === show)
    await parts.ui.show({ title: plan.title, language: 'shellscript', text: printCli(plan) });
};
