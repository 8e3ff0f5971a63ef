import type { Catalog } from '../catalog/catalog.ts';
import { parseActionName } from '../policy/actionName.ts';
import type { PrincipalElement, Statement } from '../policy/model.ts';
import { literalOf } from '../syntax/node.ts';
import { conditionSentence } from './conditionSentence.ts';
import { principalPhrase } from './principalPhrase.ts';
import { writtenText } from './statementName.ts';

/** A statement in plain words: `Allows Amazon EC2 to assume this role.` */
export function statementSentence(statement: Statement, catalog: Catalog): string {
  const { effect, principal, condition } = statement;
  const verb =
    effect?.allows === undefined ? 'Applies to' : `${effect.allows === 'Allow' ? 'Allows' : 'Denies'}`;
  const who = principal === undefined ? '' : principalsPhrase(principal, catalog);
  const what =
    statement.policy.kind.type === 'trust' ? trustPhrase(statement) : actionsPhrase(statement, catalog);
  const words = [verb, who, who !== '' && effect?.allows === 'Allow' ? `to ${what.do}` : what.name];
  return `${[...words, resourcesPhrase(statement), conditionSentence(condition)].filter((word) => word !== '').join(' ')}.`;
}

function principalsPhrase({ name, everyone, entries }: PrincipalElement, catalog: Catalog): string {
  const named = entries.map(({ type, node }) => principalPhrase(type, writtenText(node), catalog));
  const phrase = everyone ? 'everyone' : list(named, 4);
  return name === 'NotPrincipal' ? `everyone but ${phrase}` : phrase;
}

interface Doing {
  /** Behind "to". */
  readonly do: string;
  /** As a noun. */
  readonly name: string;
}

const roleActions: Readonly<Record<string, Doing>> = {
  'sts:assumerole': { do: 'assume this role', name: 'assuming this role' },
  'sts:assumerolewithsaml': { do: 'assume this role through SAML', name: 'assuming this role through SAML' },
  'sts:assumerolewithwebidentity': {
    do: 'assume this role with a web identity',
    name: 'assuming this role with a web identity',
  },
  'sts:tagsession': { do: 'tag the session', name: 'tagging the session' },
  'sts:setsourceidentity': { do: 'set its source identity', name: 'setting its source identity' },
  'sts:setcontext': { do: 'set its context', name: 'setting its context' },
};

function trustPhrase({ action }: Statement): Doing {
  const doings = (action?.entries ?? []).map((entry) => {
    const text = writtenText(entry);
    return roleActions[text.toLowerCase()] ?? { do: `do ${text}`, name: text };
  });
  if (doings.length === 0) return { do: 'do nothing yet', name: 'nothing yet' };
  return {
    do: list(
      doings.map((doing) => doing.do),
      6,
    ),
    name: list(
      doings.map((doing) => doing.name),
      6,
    ),
  };
}

function actionsPhrase({ action }: Statement, catalog: Catalog): Doing {
  const phrases = (action?.entries ?? []).map((entry) =>
    actionPhrase(literalOf(entry) ?? writtenText(entry), catalog),
  );
  const named = phrases.length === 0 ? 'nothing yet' : list(phrases, 4);
  const name = action?.name === 'NotAction' ? `every action but ${named}` : named;
  return { do: `do ${name}`, name };
}

function actionPhrase(text: string, catalog: Catalog): string {
  if (text === '*') return 'every action';
  const action = parseActionName(text);
  return action?.name === '*'
    ? `every action of ${catalog.service(action.prefix)?.name ?? action.prefix}`
    : text;
}

function resourcesPhrase({ resource }: Statement): string {
  if (resource === undefined) return '';
  const texts = resource.entries.map((entry) => writtenText(entry));
  const named = texts.includes('*') ? 'every resource' : list(texts, 3);
  if (texts.length === 0) return '';
  return resource.name === 'NotResource' ? `on every resource but ${named}` : `on ${named}`;
}

function list(words: readonly string[], most: number): string {
  const shown =
    words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
