/** The schema of the settings file, for editors and, compiled, for the server: no `anyOf`, as in shapeSchema.ts. */

import { policyTypes, policyTypeTitles, resourceOwners } from '../../server/src/policy/policyType.ts';
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

const rule: Schema = {
  type: 'object',
  required: ['files', 'type'],
  additionalProperties: false,
  properties: {
    files: {
      ...glob,
      type: ['string', 'array'],
      items: glob,
      minItems: 1,
      description:
        'Files by path from the folder of this file. * and ? match within a name, ** any folders, {a,b} either. A pattern without a slash matches the name in every folder; ./ in front: in this folder only.',
      examples: ['**/*.trust.json', 'policies/{prod,stage}/**'],
    },
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

export const settingsSchema: Schema = {
  title: `${settingsFileName}: settings of IAM Roles for AWS`,
  description: 'What the policies of a project are, and which accounts belong to it.',
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
    trustedAccounts: {
      type: 'array',
      description: 'Accounts that are your own: roles may trust them without an external ID.',
      items: { ...account, description: 'An account id, 12 digits.' },
    },
    account: { ...account, description: 'The account id that suggested ARNs have, 12 digits.' },
    partition: { enum: partitions, description: 'The partition that suggested ARNs have.' },
  },
};
