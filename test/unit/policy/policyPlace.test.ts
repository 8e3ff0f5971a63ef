import { expect, test } from 'vitest';
import { readDocument } from '../../../server/src/policy/readDocument.ts';

const policy = '{ "Version": "2012-10-17", "Statement": [] }';
const escaped = JSON.stringify(policy);

/** Kinds of all policies of a document, where its places tell them. */
function kinds(text: string): string[] {
  return readDocument(text).policies.map(({ policy, source }) => {
    const { type, owner } = policy.kind;
    return source === 'place in the document' ? [type, owner].filter(Boolean).join(' of ') : source;
  });
}

function resource(type: string, properties: string): string {
  return `{ "Resources": { "One": { "Type": "${type}", "Properties": { ${properties} } } } }`;
}

test.each([
  ['get-role', `{ "Role": { "RoleName": "r", "AssumeRolePolicyDocument": ${policy} } }`, ['trust']],
  ['create-role input', `{ "RoleName": "r", "AssumeRolePolicyDocument": ${escaped} }`, ['trust']],
  ['get-policy-version', `{ "PolicyVersion": { "Document": ${policy}, "VersionId": "v1" } }`, ['identity']],
  ['get-role-policy', `{ "RoleName": "r", "PolicyName": "p", "PolicyDocument": ${policy} }`, ['identity']],
  ['get-bucket-policy', `{ "Policy": ${escaped} }`, ['content']],
  [
    'assume-role input',
    `{ "RoleArn": "arn:aws:iam::111122223333:role/r", "RoleSessionName": "s", "Policy": ${escaped} }`,
    ['session'],
  ],
  [
    'describe-policy of an organization',
    `{ "Policy": { "PolicySummary": { "Type": "RESOURCE_CONTROL_POLICY" }, "Content": ${escaped} } }`,
    ['rcp'],
  ],
])('an answer or input of the AWS CLI: %s', (_, text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test.each([
  [
    'AWS::IAM::Role',
    `"AssumeRolePolicyDocument": ${policy}, "Policies": [{ "PolicyName": "p", "PolicyDocument": ${policy} }]`,
    ['trust', 'identity'],
  ],
  ['AWS::IAM::ManagedPolicy', `"PolicyDocument": ${policy}`, ['identity']],
  ['AWS::S3::BucketPolicy', `"PolicyDocument": ${policy}`, ['resource of AWS::S3::Bucket']],
  [
    'AWS::DynamoDB::Table',
    `"ResourcePolicy": { "PolicyDocument": ${policy} }`,
    ['resource of AWS::DynamoDB::Table'],
  ],
  [
    'AWS::DynamoDB::Table',
    `"StreamSpecification": { "ResourcePolicy": { "PolicyDocument": ${policy} } }`,
    ['resource'],
  ],
  [
    'AWS::DynamoDB::GlobalTable',
    `"Replicas": [{ "ReplicaStreamSpecification": { "ResourcePolicy": { "PolicyDocument": ${policy} } },
      "ResourcePolicy": { "PolicyDocument": ${escaped} } }]`,
    ['resource', 'resource of AWS::DynamoDB::Table'],
  ],
  ['AWS::KMS::Key', `"KeyPolicy": ${policy}`, ['resource']],
  ['AWS::SSO::PermissionSet', `"InlinePolicy": ${policy}`, ['identity']],
  ['AWS::Organizations::Policy', `"Type": "SERVICE_CONTROL_POLICY", "Content": ${policy}`, ['scp']],
  ['Custom::Thing', `"PolicyDocument": ${policy}`, ['content']],
])('a resource of CloudFormation: %s', (type, properties, expected) => {
  expect(kinds(resource(type, properties))).toEqual(expected);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a key or type called %s tells nothing',
  (name) => {
    expect(kinds(`{ "${name}": ${policy} }`)).toEqual(['content']);
    expect(kinds(resource(name, `"Other": ${policy}`))).toEqual(['content']);
  },
);
