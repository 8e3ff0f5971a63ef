import type { Schema } from './shapeSchema.ts';

const file: Schema = {
  type: 'string',
  pattern: '^[\\w+=,@ -][\\w+=,.@ -]*(?:/[\\w+=,@ -][\\w+=,.@ -]*)*$',
  description: 'A JSON file in this folder, by its path from here on.',
};
const policyArn: Schema = { type: 'string', pattern: '^arn:[\\w-]+:iam::(?:\\d{12}|aws):policy/\\S+$' };

/** The schema of `iam-role.json`, which says what a folder holds of a role, for editors. */
export const roleManifestSchema: Schema = {
  title: 'IAM role',
  description:
    'A role whose policies stand in files beside this one. Push Role brings AWS to what is here, Pull Role this to what AWS has.',
  type: 'object',
  required: [
    'account',
    'name',
    'path',
    'description',
    'maxSessionDuration',
    'tags',
    'trustPolicy',
    'inlinePolicies',
    'attachedPolicies',
  ],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    account: { type: 'string', pattern: '^[0-9]{12}$', description: 'The AWS account of the role.' },
    name: { type: 'string', pattern: '^[\\w+=,.@-]{1,64}$', description: 'The name of the role.' },
    path: {
      type: 'string',
      pattern: '^/(?:[!-~]+/)?$',
      description: 'Begins and ends with a slash; it cannot be changed once the role is there.',
    },
    description: { type: 'string', maxLength: 1000, description: 'What the role is for.' },
    maxSessionDuration: {
      type: 'integer',
      minimum: 3600,
      maximum: 43200,
      description: 'The longest session of the role, in seconds.',
    },
    permissionsBoundary: {
      ...policyArn,
      description: 'The ARN of the managed policy that bounds what the role may do.',
    },
    tags: {
      type: 'object',
      additionalProperties: { type: 'string', maxLength: 256 },
      description: 'Values by key.',
    },
    trustPolicy: file,
    inlinePolicies: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'file'],
        additionalProperties: false,
        properties: {
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 128,
            description: 'The name of the inline policy.',
          },
          file,
        },
      },
    },
    attachedPolicies: {
      type: 'array',
      items: {
        type: 'object',
        required: ['arn'],
        additionalProperties: false,
        properties: {
          arn: { ...policyArn, description: 'The managed policy.' },
          file: { ...file, description: 'Its document, where it is a policy of this account.' },
        },
      },
    },
  },
};
