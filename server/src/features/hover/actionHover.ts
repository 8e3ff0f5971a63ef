import { expandAction } from '../../access/expandAction.ts';
import type { AccessLevel, Action, Catalog } from '../../catalog/catalog.ts';
import { actionUrl, serviceUrl } from '../../catalog/documentationUrl.ts';
import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { bullets, code, link, listed, paragraphs, plain } from './markdown.ts';

/** An action, or what its wildcard matches; undefined for a name AWS does not have. */
export function actionHover(text: string, catalog: Catalog): string | undefined {
  if (hasWildcard(text)) return wildcardHover(text, catalog);
  const [action] = expandAction(catalog, text);
  return action === undefined ? meantHover(text, catalog) : oneActionHover(action, catalog);
}

function oneActionHover(action: Action, catalog: Catalog): string {
  const service = catalog.service(action.prefix);
  const description = catalog.descriptions(action.prefix)?.actions.get(action.name.toLowerCase());
  const page = actionUrl(catalog, action);
  const notes = catalog.actionNotes(`${action.prefix}:${action.name}`);
  if (action.added)
    return `${code(`${action.prefix}:${action.name}`)} is not in AWS's documentation: what it does is not known.`;
  return paragraphs(
    `**${plain(`${action.prefix}:${action.name}`)}** · ${action.accessLevel} · ${plain(service?.name ?? action.prefix)}`,
    description && `${plain(description)}.`,
    resourcesOf(action, catalog),
    keysOf(action),
    action.dependentActions.length > 0
      ? `**May also need** ${listed(action.dependentActions.map(code), 'and')}`
      : undefined,
    ...notes.map(
      ({ problem, fix }) => `**Note:** ${plain(problem)}${fix === undefined ? '' : ` ${plain(fix)}`}`,
    ),
    page && link('AWS documentation', page),
  );
}

function resourcesOf(action: Action, catalog: Catalog): string {
  if (action.resourceTypes.length === 0) return 'Takes no resource: the statement needs `"Resource": "*"`.';
  const types = catalog.service(action.prefix)?.resourceTypes;
  const rows = action.resourceTypes.map(({ name, required }) => {
    const arn = types?.get(name)?.arn;
    return `${plain(name)}${required ? ' (required)' : ''}${arn === undefined ? '' : `: ${code(arn)}`}`;
  });
  return `**Resource types**\n${bullets(rows, 10)}`;
}

function keysOf(action: Action): string | undefined {
  const keys = new Set([
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap((type) => type.conditionKeys),
  ]);
  return keys.size > 0 ? `**Condition keys** ${shortList([...keys].sort().map(code), 16)}` : undefined;
}

function shortList(words: readonly string[], most: number): string {
  const more = words.length > most ? `, and ${words.length - most} more` : '';
  return `${words.slice(0, most).join(', ')}${more}`;
}

const levels: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];

function wildcardHover(text: string, catalog: Catalog): string | undefined {
  if (text === '*') {
    const { actions, services } = catalog.counts;
    return `**Every action of every service**: ${actions.toLocaleString('en')} actions of ${services} services today, and all that AWS adds.`;
  }
  const actions = expandAction(catalog, text);
  if (actions.length === 0) return undefined;
  const counted = levels
    .map((level) => ({ level, number: actions.filter(({ accessLevel }) => accessLevel === level).length }))
    .filter(({ number }) => number > 0)
    .map(({ level, number }) => `${number.toLocaleString('en')} ${level}`);
  const prefix = parseActionName(text)?.prefix ?? '';
  const page = hasWildcard(prefix) ? undefined : serviceUrl(catalog, prefix);
  const number = actions.length === 1 ? '1 action' : `${actions.length.toLocaleString('en')} actions`;
  return paragraphs(
    `**${plain(text)}** matches ${number}: ${listed(counted, 'and')}`,
    bullets(
      actions.map((action) => `${code(`${action.prefix}:${action.name}`)} ${action.accessLevel}`),
      40,
    ),
    page && link('AWS documentation', page),
  );
}

function meantHover(text: string, catalog: Catalog): string | undefined {
  const meant = catalog.meantAction(text);
  if (meant === undefined) return undefined;
  const actions = listed(meant.actions.map(code), meant.mode === 'all' ? 'and' : 'or');
  return paragraphs(
    `${code(text)} is not an IAM action. IAM checks ${actions} for it.`,
    meant.note && plain(meant.note),
  );
}
