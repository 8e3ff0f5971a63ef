import { arnParts } from '../../policy/arn.ts';
import { parseOperator } from '../../policy/conditionOperator.ts';
import { literalOf } from '../../syntax/node.ts';
import { withPlaceholders } from './arnPlaceholders.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import type { StatementSite } from './site.ts';
import { filledText } from './snippetText.ts';
import type { Target } from './target.ts';

/** The `$` or `${…` that ends at the cursor. */
const begun = /\$(\{[^}$]*)?$/;

/**
 * The policy variable being typed, as the text that a variable takes the place of; undefined where none is begun, or
 * IAM would take it for plain text.
 */
export function variableTarget(site: StatementSite): Target | undefined {
  const { target, cursor } = site;
  const match = begun.exec(target.typed);
  if (match === null || !target.quoted || cursor.role === 'key' || !takesVariables(site, match.index))
    return undefined;
  // What a variable's name is made of stands for itself in JSON, however often that is wrapped.
  const start = cursor.offset - match[0].length;
  const rest = /^[^}$"\s]*\}/.exec(target.word.slice(target.typed.length))?.[0] ?? '';
  const content = { start, end: cursor.offset + (match[1] === undefined ? 0 : rest.length) };
  return { ...target, content, typed: match[0], closed: true, commaAfter: false, commaBefore: undefined };
}

/** In the last field of a resource's ARN, and in values that operators on strings and ARNs test. */
function takesVariables({ policy, cursor, target, type }: StatementSite, from: number): boolean {
  if (literalOf(policy.version?.value) === '2008-10-17' || type === 'rcp') return false;
  const [element = '', operator = ''] = cursor.path.map((name) => name.toLowerCase());
  if (/^(not)?resource$/.test(element)) return arnParts(target.typed.slice(0, from)).length === 6;
  const family = element === 'condition' ? parseOperator(operator)?.family : undefined;
  return family === 'String' || family === 'Arn';
}

/** Variables for single-valued condition keys that requests carry, and the escapes of characters with a meaning. */
export function variables({ catalog }: StatementSite): Proposals {
  const keys = [...catalog.globalKeys.byName.values()].filter(
    ({ usableAsVariable, multivalued }) => usableAsVariable && !multivalued,
  );
  const known = keys.map(({ key, type }) => variable(key, type));
  return { proposals: [...known, ...often.map(withDefault), ...escapes] };
}

/** Variables that policies use most, with a default for requests that do not carry the key. */
const often = ['aws:PrincipalTag/${TagKey}', 'aws:username'];

function withDefault(key: string): Proposal {
  const name = withPlaceholders(key, keyPart);
  const stop = name.filter((part) => typeof part !== 'string').length + 1;
  const text = ['${', ...name, ", '", { stop, text: 'default' }, "'}"];
  return {
    label: filledText(text),
    kind: 'variable',
    detail: 'with a default',
    body: { form: 'text', text },
    doc: doc(key),
  };
}

const keyPart = /\$\{([^}]*)\}/g;

function variable(key: string, type: string): Proposal {
  const text = ['${', ...withPlaceholders(key, keyPart), '}'];
  return {
    label: filledText(text),
    kind: 'variable',
    detail: type,
    body: { form: 'text', text },
    doc: doc(key),
  };
}

function doc(key: string): Proposal['doc'] {
  return { kind: 'variable', name: key };
}

const escapes: readonly Proposal[] = ['*', '?', '$'].map((character) => ({
  label: `\${${character}}`,
  kind: 'variable',
  detail: `the character ${character} itself`,
  body: textBody(`\${${character}}`),
}));
