/**
 * The schemas the server runs: structure only, in such a form that one mistake gives one ajv error, at its place.
 * What a string says is judged by the checks, so no patterns here; `anyOf` and `oneOf` have no place here either,
 * because ajv reports every branch of them.
 */

import type { PolicyType } from '../../server/src/policy/policyType.ts';
import type { StatementElement } from '../../server/src/policy/shape/shapeProblem.ts';
import { openPairs, type PolicyGrammar, pairs, policyGrammars, principalTypes } from './policyGrammar.ts';

export type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema's way to ask for one thing where another holds. */
export function ifThen(condition: Schema, consequence: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  return { if: condition, then: consequence };
}

export const policyVersions = ['2012-10-17', '2008-10-17'] as const;
export const effects = ['Allow', 'Deny'] as const;

const text = { type: 'string' };
const textOrList = { type: ['string', 'array'], items: text };
const scalar = ['string', 'number', 'boolean'];

const condition = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    additionalProperties: { type: [...scalar, 'array'], items: { type: scalar } },
  },
};

const principalMap = {
  type: ['string', 'object'],
  allOf: [ifThen(text, { const: '*' })],
  properties: Object.fromEntries(principalTypes.map((name) => [name, textOrList])),
  additionalProperties: false,
};

function statementSchema(grammar: PolicyGrammar): Schema {
  const open: Readonly<Record<StatementElement, Schema>> = {
    Sid: text,
    // No type: a wrong one would be reported beside the wrong value.
    Effect: { enum: effects },
    Principal: grammar.principals === 'everyone' ? { const: '*' } : principalMap,
    NotPrincipal: principalMap,
    Action: textOrList,
    NotAction: textOrList,
    Resource: textOrList,
    NotResource: textOrList,
    Condition: condition,
  };
  return {
    type: 'object',
    properties: { ...open, ...Object.fromEntries(grammar.prohibited.map((name) => [name, false])) },
    additionalProperties: false,
    required: ['Effect'],
    allOf: pairs.filter((pair) => !pair.every((name) => grammar.prohibited.includes(name))).map(required),
    dependencies: Object.fromEntries(
      openPairs(grammar)
        .filter((pair) => pair.length === 2)
        .map(([plain = '', not = '']) => [not, { properties: { [plain]: false } }]),
    ),
  };
}

/** The plain element is asked for unless its Not- form stands there, allowed or not. */
function required([plain, not]: readonly [string, string]): Schema {
  return { if: { required: [not] }, else: { required: [plain] } };
}

/** One for each structure there is: what all policies of permissions have in common is compiled once. */
export const shapes = {
  trust: 'trust',
  permissions: 'identity',
  resource: 'resource',
  rcp: 'rcp',
} as const satisfies Readonly<Record<string, PolicyType>>;

export function shapeSchema(type: PolicyType): Schema {
  const statement = { $ref: '#/definitions/statement' };
  return {
    type: 'object',
    properties: {
      Version: { enum: policyVersions },
      Id: text,
      Statement: {
        type: ['object', 'array'],
        allOf: [ifThen({ type: 'object' }, statement), ifThen({ type: 'array' }, { items: statement })],
      },
    },
    additionalProperties: false,
    required: ['Statement'],
    definitions: { statement: statementSchema(policyGrammars[type]) },
  };
}
