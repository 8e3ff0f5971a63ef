/** The schema of the settings file, for editors and, compiled, for the server: no `anyOf`, as in shapeSchema.ts. */

import { checkLevels } from '../../server/src/policy/checkLevel.ts';
import { policyTypes, policyTypeTitles, resourceOwners } from '../../server/src/policy/policyType.ts';
import { quotaBounds } from '../../server/src/policy/quotas.ts';
import { settingsFileName } from '../../server/src/protocol.ts';
import { ifThen, type Schema } from './shapeSchema.ts';

/** AWS partitions, from botocore's partitions.json of November 2026. */
const partitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
];

const account = { type: 'string', pattern: '^[0-9]{12}$' };
const glob = { type: 'string', pattern: '[^/]' };

const files: Schema = {
  ...glob,
  type: ['string', 'array'],
  items: glob,
  minItems: 1,
  description:
    'Files by path from the folder of this file. * and ? match within a name, ** any folders, {a,b} either. A pattern without a slash matches the name in every folder; ./ in front: in this folder only.',
  examples: ['**/*.trust.json', 'policies/{prod,stage}/**'],
};

const rule: Schema = {
  type: 'object',
  required: ['files', 'type'],
  additionalProperties: false,
  properties: {
    files,
    type: {
      enum: policyTypes,
      enumDescriptions: policyTypes.map((type) => policyTypeTitles[type]),
      description: 'What the policies in these files are.',
    },
    owner: {
      enum: resourceOwners,
      description:
        'The resource that the policies are attached to, as CloudFormation names it. For type resource only.',
    },
  },
  ...ifThen(
    {
      required: ['owner', 'type'],
      properties: { type: { enum: policyTypes.filter((type) => type !== 'resource') } },
    },
    { properties: { owner: false } },
  ),
  defaultSnippets: [
    {
      label: 'Files of one type',
      body: { files: '${1:**/*.trust.json}', type: `\${2|${policyTypes.join()}|}` },
    },
  ],
};

const level: Schema = {
  enum: checkLevels,
  enumDescriptions: [
    'The check is silent.',
    ...checkLevels.slice(1).map((severity) => `What it finds is of severity ${severity}.`),
  ],
};

function levelsByCode(codes: readonly string[]): Schema {
  const level = { $ref: '#/definitions/level' };
  return {
    type: 'object',
    properties: Object.fromEntries(codes.map((code) => [code, level])),
    additionalProperties: level,
  };
}

function checks(description: string): Schema {
  return { $ref: '#/definitions/checks', description };
}

const override: Schema = {
  type: 'object',
  required: ['files', 'checks'],
  additionalProperties: false,
  properties: { files, checks: checks('What to make of checks in these files, by code.') },
};

function suppression(codes: readonly string[]): Schema {
  return {
    type: 'object',
    required: ['code', 'reason'],
    additionalProperties: false,
    properties: {
      code: {
        type: 'string',
        description: 'The code of the finding.',
        ...(codes.length > 0 && { examples: codes }),
      },
      files: {
        ...files,
        description: `Where the finding is; without it, in every file. ${files['description']}`,
      },
      sid: { type: 'string', description: 'The Sid of the statement that the finding is in.' },
      path: {
        type: 'string',
        pattern: '\\S',
        description:
          'Where the finding is, from the policy document’s root; what is below the path counts as well.',
        examples: ['Statement[0].Resource'],
      },
      reason: {
        type: 'string',
        pattern: '\\S',
        description: 'Why the finding is meant to stay, for those who read it later.',
      },
    },
    ...ifThen({ required: ['sid', 'path'] }, { properties: { path: false } }),
    defaultSnippets: [
      {
        label: 'One finding of one statement',
        body: { code: '$1', files: '$2', sid: '$3', reason: '$4' },
      },
    ],
  };
}

const { roleTrustPolicyLength } = quotaBounds;

function listOf(pattern: string, description: string): Schema {
  return { type: 'array', items: { type: 'string', pattern }, description };
}

const catalog: Schema = {
  type: 'object',
  additionalProperties: false,
  description: 'What AWS has and the data does not know yet.',
  properties: {
    additionalActions: listOf('^[A-Za-z0-9-]+:\\w+$', 'Actions, such as s3:GetObject.'),
    additionalConditionKeys: listOf('^[A-Za-z0-9-]+:\\S+$', 'Condition keys, such as s3:prefix.'),
    additionalServices: listOf(
      '^[A-Za-z0-9-]+$',
      'Service prefixes: every action of such a service is taken as it stands.',
    ),
  },
};

/** `codes` are those that an editor offers; any other is judged where the checks are known. */
export function settingsSchema(codes: readonly string[]): Schema {
  return {
    title: `${settingsFileName}: settings of IAM Roles for AWS`,
    description:
      'What the policies of a project are, which accounts belong to it, and what to make of the checks.',
    allowComments: true,
    allowTrailingCommas: true,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: {
        type: 'string',
        description: 'The address of this schema, for editors that look for it here.',
      },
      policies: {
        type: 'array',
        description: 'Types of policies by file. Of several entries that match a file, the last counts.',
        items: rule,
      },
      checks: checks('What to make of checks, by code: another severity, or off.'),
      overrides: {
        type: 'array',
        description: 'What to make of checks in some files. Of several entries that match, the last counts.',
        items: override,
      },
      suppressions: {
        type: 'array',
        description: 'Findings that are meant to stay. One that no longer hides anything is told of.',
        items: suppression(codes),
      },
      trustedAccounts: {
        type: 'array',
        description: 'Accounts that are your own: roles may trust them without an external ID.',
        items: { ...account, description: 'An account id, 12 digits.' },
      },
      organizationIds: {
        type: 'array',
        description:
          'Your organizations in AWS Organizations, suggested as values of condition keys. A condition that lets in any other is told of.',
        items: { type: 'string', pattern: '^o-[a-z0-9]{10,32}$', description: 'An id such as o-a1b2c3d4e5.' },
      },
      account: { ...account, description: 'The account id that suggested ARNs have, 12 digits.' },
      partition: { enum: partitions, description: 'The partition that suggested ARNs have.' },
      quotas: {
        type: 'object',
        additionalProperties: false,
        description: 'Quotas that were raised for the account.',
        properties: {
          roleTrustPolicyLength: {
            type: 'integer',
            minimum: roleTrustPolicyLength.default,
            maximum: roleTrustPolicyLength.most,
            description: 'Characters of a role trust policy, white space not counted.',
          },
        },
      },
      catalog,
    },
    definitions: { level, checks: levelsByCode(codes) },
  };
}
