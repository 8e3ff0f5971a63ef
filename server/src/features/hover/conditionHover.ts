import type { Catalog, ConditionKey, GlobalConditionKey } from '../../catalog/catalog.ts';
import { serviceUrl } from '../../catalog/documentationUrl.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import { type ConditionOperator, parseOperator } from '../../policy/conditionOperator.ts';
import { bullets, code, link, listed, paragraphs, plain } from './markdown.ts';

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const operatorPage = `${guide}reference_policies_elements_condition_operators.html`;
const setPage = `${guide}reference_policies_condition-single-vs-multi-valued-context-keys.html`;

/** A condition operator: what it tests, and what it does when the request has no such key. */
export function operatorHover(text: string): string | undefined {
  const operator = parseOperator(text);
  if (operator === undefined) return undefined;
  return paragraphs(
    `**${plain(text)}** · ${operator.family} operator`,
    `The key’s value ${plain(operator.meaning)}.`,
    setMeaning(operator),
    `**When the key is absent:** ${absentMeaning(operator)}`,
    link('AWS documentation', operator.set === undefined ? operatorPage : setPage),
  );
}

function setMeaning({ set }: ConditionOperator): string | undefined {
  switch (set) {
    case 'ForAllValues':
      return '**ForAllValues:** every value of the request’s key must pass. It holds when the request has none.';
    case 'ForAnyValue':
      return '**ForAnyValue:** at least one value of the request’s key must pass.';
    case undefined:
      return undefined;
  }
}

/** Source: IAM User Guide, condition operators and set operators. */
function absentMeaning({ name, negated, set, ifExists }: ConditionOperator): string {
  if (name === 'Null') return 'that is what it tests.';
  if (set === 'ForAllValues') return 'it holds; add a `Null` condition to ask for the key.';
  if (ifExists) return 'it holds, as IfExists says.';
  if (set === 'ForAnyValue') return 'it does not hold.';
  return negated ? 'it holds, as the value is then none of them.' : 'it does not hold.';
}

/** A condition key: its type, how many values it has, and when a request carries it. */
export function conditionKeyHover(text: string, catalog: Catalog): string | undefined {
  const lookup = findConditionKey(catalog, text);
  switch (lookup.kind) {
    case 'global':
      return globalKeyHover(lookup.key);
    case 'service': {
      const description = catalog
        .descriptions(lookup.service)
        ?.conditionKeys.get(lookup.key.key.toLowerCase());
      const page = serviceUrl(catalog, lookup.service);
      return paragraphs(
        `**${plain(lookup.key.key)}** · ${typeOf(lookup.key)}`,
        description && `${plain(description)}.`,
        `Sent with some actions of ${plain(catalog.service(lookup.service)?.name ?? lookup.service)}.`,
        page && link('AWS documentation', page),
      );
    }
    case 'provider': {
      const name = lookup.issuer === 'saml' ? 'the SAML assertion' : (lookup.provider?.name ?? lookup.issuer);
      const examples = lookup.claim.toLowerCase() === 'sub' ? (lookup.provider?.subjectExamples ?? []) : [];
      return paragraphs(
        `**${plain(text)}** · ${typeOf(lookup.key)}`,
        `The claim ${code(lookup.claim)} of ${plain(name)}, present when a role is assumed with it.`,
        examples.length > 0 ? `**Examples**\n${bullets(examples.map(code), 5)}` : undefined,
        lookup.provider?.documentation && link('Provider’s documentation', lookup.provider.documentation),
      );
    }
    default:
      return undefined;
  }
}

function globalKeyHover(key: GlobalConditionKey): string {
  const warnings = [
    key.untrustworthy ? 'The caller chooses the value: it does not protect anything.' : undefined,
    key.sensitive ? 'A wildcard or a variable in its value lets in more than was meant.' : undefined,
    key.deprecatedFor === undefined ? undefined : `Deprecated: use ${code(key.deprecatedFor)}.`,
  ].filter((warning) => warning !== undefined);
  return paragraphs(
    `**${plain(key.key)}** · ${typeOf(key)} · global`,
    plain(key.description),
    `**Present:** ${plain(key.availability)}`,
    key.operatorsRecommended.length > 0
      ? `**Operators** ${listed(key.operatorsRecommended.map(code), 'or')}`
      : undefined,
    key.notes && `**Note:** ${plain(key.notes)}`,
    warnings.length > 0 ? bullets(warnings) : undefined,
    key.exampleValue && `**Example** ${code(key.exampleValue)}`,
    link('AWS documentation', key.documentation),
  );
}

function typeOf({ type, multivalued }: ConditionKey): string {
  return multivalued ? `${type}, several values: needs ForAllValues or ForAnyValue` : `${type}, single value`;
}
