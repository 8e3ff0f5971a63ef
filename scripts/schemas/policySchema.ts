/**
 * The published schema of a policy type, complete enough to be used alone in any editor that reads JSON Schema
 * (draft-07): descriptions with links, patterns, and VS Code's `defaultSnippets`.
 */
import { type PolicyType, policyTypeTitles } from '../../server/src/policy/policyType.ts';
import { conditionDefinitions } from './conditionSchema.ts';
import { type ElementText, elementTexts, principalTexts } from './elements.ts';
import { openPairs, type PolicyGrammar, type PrincipalType, policyGrammars } from './policyGrammar.ts';
import { effects, ifThen, policyVersions, type Schema } from './shapeSchema.ts';

const principalPatterns: Readonly<Record<PrincipalType, string>> = {
  AWS: '^(\\*|[0-9]{12}|arn:aws[a-z-]*:(iam|sts)::[^:]*:.+|A[A-Z0-9]{15,})$',
  Service: '^[a-z0-9][a-z0-9.-]*\\.[a-z0-9.-]+$',
  Federated: '^(arn:aws[a-z-]*:iam::[0-9]{12}:(saml|oidc)-provider/.+|[a-z0-9-]+(\\.[a-z0-9-]+)+)$',
  CanonicalUser: '^[0-9a-f]{64}$',
};

const principalExamples: Readonly<Record<PrincipalType, readonly string[]>> = {
  AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:role/ExampleRole'],
  Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'],
  Federated: ['arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'],
  CanonicalUser: [],
};

const effectTexts: Readonly<Record<(typeof effects)[number], string>> = {
  Allow: 'Allows what the statement describes, unless a Deny forbids it.',
  Deny: 'Denies what the statement describes, whatever else allows it.',
};

const versionTexts: Readonly<Record<(typeof policyVersions)[number], string>> = {
  '2012-10-17': 'The current version of the policy language.',
  '2008-10-17': 'The old version, without policy variables.',
};

export function policySchema(type: PolicyType): Schema {
  const grammar = policyGrammars[type];
  const versions = grammar.currentVersionOnly ? policyVersions.slice(0, 1) : policyVersions;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${policyTypeTitles[type]} (AWS IAM)`,
    ...described({ text: grammar.description, page: grammar.page }),
    type: 'object',
    properties: {
      Version: {
        type: 'string',
        enum: versions,
        enumDescriptions: versions.map((version) => versionTexts[version]),
        default: policyVersions[0],
        ...described(elementTexts.Version),
      },
      ...(grammar.takesId ? { Id: { type: 'string', ...described(elementTexts.Id) } } : {}),
      Statement: {
        type: ['array', 'object'],
        ...described(elementTexts.Statement),
        ...ifThen({ type: 'array' }, { items: { $ref: '#/definitions/statement' } }),
        else: { $ref: '#/definitions/statement' },
      },
    },
    additionalProperties: false,
    required: grammar.currentVersionOnly ? ['Version', 'Statement'] : ['Statement'],
    defaultSnippets: [
      {
        label: `${policyTypeTitles[type]} with one statement`,
        body: { Version: policyVersions[0], Statement: [grammar.example] },
      },
    ],
    definitions: {
      statement: statementSchema(grammar),
      ...conditionDefinitions(),
    },
  };
}

function statementSchema(grammar: PolicyGrammar): Schema {
  const sid = { type: 'string', ...(grammar.plainSids ? { pattern: '^[A-Za-z0-9]*$' } : {}) };
  const action = textOrList({ pattern: grammar.actionPattern });
  const resource = textOrList({
    pattern: '^([*?]|arn:)',
    examples: ['*', 'arn:aws:s3:::amzn-s3-demo-bucket/*'],
  });
  const elements: Readonly<Record<keyof typeof elementTexts, Schema | undefined>> = {
    Version: undefined,
    Id: undefined,
    Statement: undefined,
    Sid: sid,
    Effect: { type: 'string', enum: effects, enumDescriptions: effects.map((effect) => effectTexts[effect]) },
    Principal: principalSchema(grammar),
    NotPrincipal: principalSchema(grammar),
    Action: action,
    NotAction: action,
    Resource: resource,
    NotResource: resource,
    Condition: { $ref: '#/definitions/condition' },
  };
  const prohibited: readonly string[] = grammar.prohibited;
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(elements).flatMap(([name, schema]) => {
        if (schema === undefined || prohibited.includes(name)) return [];
        return [[name, { ...described(elementTexts[name as keyof typeof elementTexts]), ...schema }]];
      }),
    ),
    additionalProperties: false,
    required: ['Effect'],
    allOf: openPairs(grammar).map((pair) =>
      pair.length === 1 ? { required: pair } : { oneOf: pair.map((name) => ({ required: [name] })) },
    ),
    defaultSnippets: [{ label: 'Statement', body: grammar.example }],
  };
}

function principalSchema({ principals }: PolicyGrammar): Schema {
  if (principals === 'everyone') return { type: 'string', enum: ['*'] };
  return {
    type: ['string', 'object'],
    pattern: '^\\*$',
    properties: Object.fromEntries(
      principals.map((type) => [
        type,
        {
          ...described(principalTexts[type]),
          ...textOrList({ pattern: principalPatterns[type], examples: principalExamples[type] }),
        },
      ]),
    ),
    additionalProperties: false,
  };
}

function textOrList(text: Schema): Schema {
  return { ...text, type: ['string', 'array'], items: { ...text, type: 'string' } };
}

function described({ text, page }: ElementText): Schema {
  return { description: `${text} ${page}`, markdownDescription: `${text}\n\n[AWS documentation](${page})` };
}
