/** Definitions for `Condition` in the published schemas: one property for each operator, values by family. */
import {
  type OperatorFamily,
  type OperatorRule,
  operatorRules,
} from '../../server/src/policy/conditionOperator.ts';
import { operatorsPage, setOperatorsPage } from './elements.ts';
import type { Schema } from './shapeSchema.ts';

/** What the text of a value looks like, where that can be said in a pattern. */
const valuePatterns: Readonly<Partial<Record<OperatorFamily, string>>> = {
  Numeric: '^-?[0-9]+(\\.[0-9]+)?$',
  Date: '^[0-9]{4,}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?)?$',
  Bool: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$',
  Binary: '^[A-Za-z0-9+/]*={0,2}$',
  IpAddress: '^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$',
  Arn: '^(arn:|[*?]|\\$\\{)',
  Null: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$',
};

const valueExamples: Readonly<Partial<Record<OperatorFamily, readonly string[]>>> = {
  Bool: ['true', 'false'],
  Null: ['true', 'false'],
  Date: ['2030-01-01T00:00:00Z'],
  IpAddress: ['203.0.113.0/24'],
  Arn: ['arn:aws:iam::111122223333:role/ExampleRole'],
};

const setMeanings = {
  ForAllValues: 'every value the request has for the key (also when it has none)',
  ForAnyValue: 'at least one value the request has for the key',
} as const;

/** Families for which AWS's tables show set operators; for the others they are accepted and not offered. */
const setFamilies: readonly OperatorFamily[] = ['String', 'Arn', 'Bool'];

export function conditionDefinitions(): Readonly<Record<string, Schema>> {
  return {
    condition: conditionSchema(),
    conditionsNull: familySchema('Null'),
    ...Object.fromEntries(families().map(([family]) => [`conditions${family}`, familySchema(family)])),
  };
}

function conditionSchema(): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(operatorRules.flatMap(offeredForms)),
    patternProperties: Object.fromEntries([
      ...families().map(([family, of]) => [
        `^(ForAllValues:|ForAnyValue:)?(${of.join('|')})(IfExists)?$`,
        { $ref: `#/definitions/conditions${family}` },
      ]),
      ['^(ForAllValues:|ForAnyValue:)Null$', { $ref: '#/definitions/conditionsNull' }],
    ]),
    additionalProperties: false,
  };
}

/** Families but Null, each with its operators' names. */
function families(): readonly (readonly [OperatorFamily, readonly string[]])[] {
  const all = [...new Set(operatorRules.map(({ family }) => family))].filter((family) => family !== 'Null');
  return all.map((family) => [
    family,
    operatorRules.filter((rule) => rule.family === family).map(({ name }) => name),
  ]);
}

/** The forms worth offering, with what they test. `patternProperties` judges their values. */
function offeredForms(rule: OperatorRule): [string, Schema][] {
  const { name, meaning, family } = rule;
  const plain: [string, Schema] = [name, described(`The key's value ${meaning}.`, operatorsPage)];
  if (family === 'Null') return [[name, { ...plain[1], $ref: '#/definitions/conditionsNull' }]];
  const ifExists: [string, Schema] = [
    `${name}IfExists`,
    described(`The key is absent, or its value ${meaning}.`, operatorsPage),
  ];
  const sets = setFamilies.includes(family) ? Object.entries(setMeanings) : [];
  const withSets = sets.map(([set, which]): [string, Schema] => [
    `${set}:${name}`,
    described(`For a key with several values: ${which} ${meaning}.`, setOperatorsPage),
  ]);
  return [plain, ifExists, ...withSets];
}

function described(text: string, page: string): Schema {
  return { description: `${text} ${page}`, markdownDescription: `${text} [AWS documentation](${page})` };
}

function familySchema(family: OperatorFamily): Schema {
  const pattern = valuePatterns[family];
  const examples = valueExamples[family];
  const value = {
    ...(pattern === undefined ? {} : { pattern }),
    ...(examples === undefined ? {} : { examples }),
  };
  return {
    type: 'object',
    propertyNames: { pattern: '^[^:]+:.+$' },
    additionalProperties: {
      type: ['string', 'number', 'boolean', 'array'],
      ...value,
      items: { type: ['string', 'number', 'boolean'], ...value },
    },
  };
}
