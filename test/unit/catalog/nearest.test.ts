import { describe, expect, it } from 'vitest';
import { nearestActions } from '../../../server/src/catalog/nearestActions.ts';
import { nearestConditionKeys } from '../../../server/src/catalog/nearestConditionKeys.ts';
import { nearestNames } from '../../../server/src/catalog/nearestNames.ts';
import { nearestServices } from '../../../server/src/catalog/nearestServices.ts';
import { testCatalog } from '../../catalog.ts';

const catalog = testCatalog();

describe('nearestNames', () => {
  it.each([
    ['GetObjct', ['GetObjects', 'PutObject', 'GetObject'], ['GetObject', 'GetObjects']],
    ['GteObject', ['GetObject', 'ListBucket'], ['GetObject']],
    ['getobject', ['GetObjectAcl', 'GetObject'], ['GetObject', 'GetObjectAcl']],
    ['Bucket', ['ListBucket', 'BucketPolicy', 'GetObject'], ['BucketPolicy', 'ListBucket']],
    ['ab', ['ba', 'xy'], ['ba']],
    ['zzzzzz', ['GetObject'], []],
    ['', ['a'], []],
  ])('of %s in %j are %j', (word, candidates, expected) => {
    expect(nearestNames(word, candidates, 3)).toEqual(expected);
  });

  it('are no more than asked for', () => {
    expect(nearestNames('aaaa', ['aaab', 'aaac', 'aaad'], 2)).toEqual(['aaab', 'aaac']);
  });
});

describe('nearestServices', () => {
  it.each([
    ['stepfunctions', 'states'],
    ['s4', 's3'],
    ['dynamdb', 'dynamodb'],
    ['cloudwatchlogs', 'logs'],
    ['kendraa', 'kendra'],
    ['verifiedaccess', 'verified-access'],
  ])('of %s begin with %s', (prefix, expected) => {
    expect(nearestServices(catalog, prefix)[0]).toBe(expected);
  });

  it('are none when nothing is near', () => {
    expect(nearestServices(catalog, 'qwertyuiop')).toEqual([]);
  });
});

describe('nearestActions', () => {
  const names = (prefix: string, name: string) =>
    nearestActions(catalog, prefix, name).map((action) => `${action.prefix}:${action.name}`);

  it.each([
    ['s3', 'GetObjct', 's3:GetObject'],
    ['s3', 'ListObjects', 's3:ListBucket'],
    ['lambda', 'Invoke', 'lambda:InvokeFunction'],
    ['iam', 'PasRole', 'iam:PassRole'],
    ['s3', 'GetObjectTags', 's3:GetObjectTagging'],
    ['ec2', 'DescribeInstance', 'ec2:DescribeInstances'],
    ['dynamdb', 'PutItem', 'dynamodb:PutItem'],
    ['stepfunctions', 'StartExecution', 'states:StartExecution'],
  ])('of %s:%s begin with %s', (prefix, name, expected) => {
    expect(names(prefix, name)[0]).toBe(expected);
  });

  it('are none when nothing is near', () => {
    expect(names('s3', 'Qwertyuiop')).toEqual([]);
    expect(names('qwertyuiop', 'GetObject')).toEqual([]);
  });
});

describe('nearestConditionKeys', () => {
  it.each([
    ['aws:SourceIpp', 'aws:SourceIp'],
    ['SourceIp', 'aws:SourceIp'],
    ['s3:SourceIp', 'aws:SourceIp'],
    ['aws:PrincipleTag/team', 'aws:PrincipalTag/${TagKey}'],
    ['s3:prefx', 's3:prefix'],
    ['sts:ExternalID1', 'sts:ExternalId'],
    ['kms:EncryptionContex:app', 'kms:EncryptionContext:${EncryptionContextKey}'],
    ['saml:audd', 'saml:aud'],
    ['secretmanager:SecretID', 'secretsmanager:SecretId'],
  ])('of %s begin with %s', (key, expected) => {
    expect(nearestConditionKeys(catalog, key)[0]).toBe(expected);
  });

  it('are none when nothing is near', () => {
    expect(nearestConditionKeys(catalog, 'aws:Qwertyuiop')).toEqual([]);
  });
});
