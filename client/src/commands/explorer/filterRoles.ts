import type { FilterKind, RoleFilter } from '../../roles/explorer/filterRoles.ts';
import type { InputQuestion, PickItem } from '../../ui/ui.ts';
import type { ExplorerCommand } from './explorerCommand.ts';

const title = 'Filter Roles';

type Question = Pick<InputQuestion, 'prompt' | 'placeholder' | 'validate'>;

/** What a filter can ask for; with findings there is nothing more to ask. */
const questions: Readonly<Record<Exclude<FilterKind, 'withFindings'>, Question>> = {
  name: { prompt: 'A part of the name; empty for any', placeholder: 'deploy' },
  service: {
    prompt: 'A part of the principal of a service that may assume the role; empty for any',
    placeholder: 'lambda.amazonaws.com',
  },
  tag: { prompt: 'A tag, as key or key=value; empty for any', placeholder: 'team=payments' },
  unusedDays: {
    prompt: 'Days in which the role was not used, 1 to 400; empty for any',
    placeholder: '90',
    validate: (text) =>
      text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 400)
        ? undefined
        : 'Type a number of days from 1 to 400: AWS remembers no use longer ago.',
  },
};

const details = 'reads the details of all roles';

const kinds: readonly PickItem<FilterKind>[] = [
  { label: 'Name', icon: 'symbol-text', value: 'name' },
  { label: 'Service That May Assume It', icon: 'server-process', value: 'service' },
  { label: 'Tag', icon: 'tag', description: details, value: 'tag' },
  { label: 'Not Used for Days', icon: 'history', description: details, value: 'unusedDays' },
  { label: 'With Findings', icon: 'warning', description: details, value: 'withFindings' },
];

/** Asks what roles must have to be shown, in addition to what was asked for before. */
export const filterRoles: ExplorerCommand = async ({ ui, explorer }) => {
  const { filter } = explorer.arrangement;
  const items = kinds.map((kind) => ({ ...kind, ...(filter[kind.value] !== undefined && { detail: 'on' }) }));
  const kind = await ui.pick(items, { title, placeholder: 'Show the roles that have a certain' });
  if (kind === undefined) return;
  const { [kind]: before, ...others } = filter;
  if (kind === 'withFindings')
    return explorer.arrange({ filter: before === true ? others : { ...others, withFindings: true } });
  const typed = await ui.input({
    title,
    ...questions[kind],
    ...(before !== undefined && { value: String(before) }),
  });
  if (typed === undefined) return;
  await explorer.arrange({ filter: { ...others, ...conditionOf(kind, typed.trim()) } });
};

function conditionOf(kind: keyof typeof questions, typed: string): RoleFilter {
  if (typed === '') return {};
  return kind === 'unusedDays' ? { unusedDays: Number(typed) } : { [kind]: typed };
}
