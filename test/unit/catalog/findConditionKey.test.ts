import { describe, expect, it } from 'vitest';
import { readIamData } from '../../../scripts/catalog/iamData.mts';
import { findConditionKey } from '../../../server/src/catalog/findConditionKey.ts';
import { testCatalog } from '../../catalog.ts';

const catalog = testCatalog();
const find = (key: string) => findConditionKey(catalog, key);

describe('findConditionKey', () => {
  it.each([
    ['aws:SourceIp', 'aws:SourceIp'],
    ['AWS:sourceip', 'aws:SourceIp'],
    ['aws:PrincipalTag/team', 'aws:PrincipalTag/${TagKey}'],
    ['aws:resourcetag/a:b/c', 'aws:ResourceTag/${TagKey}'],
    ['aws:ResourceTag/${TagKey}', 'aws:ResourceTag/${TagKey}'],
    ['aws:SourceOwner', 'aws:SourceOwner'],
    ['ec2:SourceInstanceARN', 'ec2:SourceInstanceArn'],
    ['aws:PrincipalOrgMasterAccountId', 'aws:PrincipalOrgMasterAccountId'],
  ])('%s is the global key %s', (key, documented) => {
    expect(find(key)).toMatchObject({ kind: 'global', key: { key: documented } });
  });

  it.each([
    ['s3:prefix', 's3', 's3:prefix'],
    ['S3:Prefix', 's3', 's3:prefix'],
    ['s3:ExistingObjectTag/team', 's3', 's3:ExistingObjectTag/<key>'],
    ['kms:EncryptionContext:aws:s3:arn', 'kms', 'kms:EncryptionContext:${EncryptionContextKey}'],
    ['kms:RecipientAttestation:PCR0', 'kms', 'kms:RecipientAttestation:PCR0'],
    ['ssm:resourceTag/team', 'ssm', 'ssm:resourceTag/${TagKey}'],
    ['secretsmanager:ResourceTag/team', 'secretsmanager', 'secretsmanager:ResourceTag/tag-key'],
    ['ec2:ResourceTag/team', 'ec2', 'ec2:ResourceTag/${TagKey}'],
    ['glacier:ResourceTag/LegalHold', 'glacier', 'glacier:ResourceTag/'],
    [
      'elasticloadbalancing:resourcetag/team',
      'elasticloadbalancing',
      'elasticloadbalancing:ResourceTag/${TagKey}',
    ],
    ['sagemaker:ResourceTag/', 'sagemaker', 'sagemaker:ResourceTag/'],
    ['iot:Connection.Thing.IsAttached', 'iot', 'iot:Connection.${Property}'],
    ['iot:certificate.Subject.CommonName.1', 'iot', 'iot:Certificate.${Attribute}'],
    ['iot:DomainName', 'iot', 'iot:DomainName'],
    ['iot:ClientId', 'iot', 'iot:ClientId'],
    ['events:Metadata/a/Matcher', 'events', 'events:Metadata/${MetadataKey}/Matcher'],
    [
      'codebuild:secondarySources/docs.auth.type',
      'codebuild',
      'codebuild:secondarySources/${sourceIdentifier}.auth.type',
    ],
    ['sts:ExternalId', 'sts', 'sts:ExternalId'],
    ['identitycenter:InstanceArn', 'sso', 'identitycenter:InstanceArn'],
    ['catalog:ChangeType', 'aws-marketplace', 'catalog:ChangeType'],
    ['logs:LogGeneratingResourceArns', 'logs', 'logs:LogGeneratingResourceArns'],
    ['deepracer:UserToken', 'deepracer', 'deepracer:UserToken'],
  ])('%s is a key of %s, %s', (key, service, documented) => {
    expect(find(key)).toMatchObject({ kind: 'service', service, key: { key: documented } });
  });

  it.each([
    [
      'token.actions.githubusercontent.com:sub',
      'token.actions.githubusercontent.com',
      'sub',
      'github-actions',
    ],
    ['cognito-identity.amazonaws.com:aud', 'cognito-identity.amazonaws.com', 'aud', 'cognito-identity'],
    ['accounts.google.com:aud', 'accounts.google.com', 'aud', 'google'],
    [
      'oidc.circleci.com/org/1a:oidc.circleci.com/project-id',
      'oidc.circleci.com/org/1a',
      'oidc.circleci.com/project-id',
      'circleci',
    ],
    [
      'oidc.eks.eu-west-1.amazonaws.com/id/ABC123:sub',
      'oidc.eks.eu-west-1.amazonaws.com/id/ABC123',
      'sub',
      'eks-irsa',
    ],
    ['SAML:aud', 'saml', 'aud', undefined],
    ['login.example.org:8443:sub', 'login.example.org:8443', 'sub', undefined],
  ])('%s is the identity provider %s with the claim %s', (key, issuer, claim, id) => {
    const found = find(key);
    expect(found).toMatchObject({ kind: 'provider', issuer, claim });
    expect(found.kind === 'provider' && found.provider?.id).toBe(id);
  });

  it('knows the type of a provider key, and that amr holds several values', () => {
    expect(find('accounts.google.com:google/organization_number')).toMatchObject({
      key: { type: 'Numeric' },
    });
    expect(find('cognito-identity.amazonaws.com:amr')).toMatchObject({ key: { multivalued: true } });
    expect(find('saml:edupersonaffiliation')).toMatchObject({ key: { multivalued: true } });
    expect(find('idp.example.org:sub')).toMatchObject({ key: { type: 'String', multivalued: false } });
  });

  it.each([
    ['aws:SourceIpp', { kind: 'unknownGlobal' }],
    ['aws:PrincipalTag', { kind: 'unknownGlobal' }],
    ['aws:PrincipalTag/', { kind: 'unknownGlobal' }],
    ['glacier:ResourceTag', { kind: 'unknownServiceKey', prefix: 'glacier' }],
    ['iot:Connection.', { kind: 'unknownServiceKey', prefix: 'iot' }],
    ['s3:NoSuchKey', { kind: 'unknownServiceKey', prefix: 's3' }],
    ['saml:nosuchattribute', { kind: 'unknownServiceKey', prefix: 'saml' }],
    ['lakeformation:GlueARN', { kind: 'unknownServiceKey', prefix: 'lakeformation' }],
    ['nosuch:Key', { kind: 'unknownService', prefix: 'nosuch' }],
    ['SourceIp', { kind: 'malformed' }],
    [':Key', { kind: 'malformed' }],
    ['s3:', { kind: 'malformed' }],
    ['', { kind: 'malformed' }],
  ])('%s is %o', (key, expected) => {
    expect(find(key)).toEqual(expected);
  });

  it('finds every key iam-data lists, each by its documented name', () => {
    for (const { conditionKeys } of readIamData().services) {
      for (const { key } of conditionKeys) {
        expect(['global', 'service', 'provider'], key).toContain(find(key).kind);
      }
    }
  });

  it('fills in every pattern iam-data knows', () => {
    for (const patterns of Object.values(readIamData().conditionPatterns)) {
      for (const [pattern, documented] of Object.entries(patterns)) {
        const filled = pattern.replace('.+?', 'filled-in');
        expect(find(filled), filled).toMatchObject({ key: { key: documented } });
      }
    }
  });
});
