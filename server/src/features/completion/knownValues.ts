/** What the values of a condition key are. */
export type ValueSource =
  | 'regions'
  | 'accounts'
  | 'organizations'
  | 'servicePrincipals'
  | 'passedServices'
  | 'serviceLinkedRoles'
  | 'viaServices'
  | 'managedPolicies'
  | 'principalArns'
  | readonly string[];

/**
 * Condition keys, in lower case, whose values are known. Lists of words are those of AWS's pages on the key, in the
 * IAM User Guide and the service's own guide, read in November 2026.
 */
export const knownValues: Readonly<Record<string, ValueSource>> = {
  'aws:requestedregion': 'regions',
  'ec2:region': 'regions',
  'ec2:vpceserviceregion': 'regions',
  'ec2:vpcesupportedregion': 'regions',
  'account:targetregion': 'regions',
  'cloudformation:targetregion': 'regions',
  'kms:primaryregion': 'regions',
  'kms:replicaregion': 'regions',
  'secretsmanager:addreplicaregions': 'regions',
  'secretsmanager:secretprimaryregion': 'regions',
  'ses:replicaregion': 'regions',
  'aws:sourceaccount': 'accounts',
  'aws:principalaccount': 'accounts',
  'aws:resourceaccount': 'accounts',
  'aws:vpceaccount': 'accounts',
  'kms:calleraccount': 'accounts',
  's3:resourceaccount': 'accounts',
  's3:dataaccesspointaccount': 'accounts',
  'aws:principalorgid': 'organizations',
  'aws:resourceorgid': 'organizations',
  'aws:sourceorgid': 'organizations',
  'iam:passedtoservice': 'passedServices',
  'iam:awsservicename': 'serviceLinkedRoles',
  'aws:calledvia': 'servicePrincipals',
  'aws:calledviafirst': 'servicePrincipals',
  'aws:calledvialast': 'servicePrincipals',
  'aws:principalservicename': 'servicePrincipals',
  'aws:principalservicenameslist': 'servicePrincipals',
  'kms:viaservice': 'viaServices',
  'iam:policyarn': 'managedPolicies',
  'iam:permissionsboundary': 'managedPolicies',
  'aws:principalarn': 'principalArns',
  'aws:principaltype': ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
  'saml:aud': ['https://signin.aws.amazon.com/saml'],
  'saml:sub_type': ['persistent', 'transient'],
  'ec2:roledelivery': ['1.0', '2.0'],
  'ec2:metadatahttptokens': ['required', 'optional'],
  'ec2:volumetype': ['gp3', 'gp2', 'io1', 'io2', 'st1', 'sc1', 'standard'],
  'ec2:tenancy': ['default', 'dedicated', 'host'],
  's3:x-amz-server-side-encryption': ['AES256', 'aws:kms', 'aws:kms:dsse'],
  's3:x-amz-acl': [
    'private',
    'public-read',
    'public-read-write',
    'authenticated-read',
    'aws-exec-read',
    'bucket-owner-read',
    'bucket-owner-full-control',
    'log-delivery-write',
  ],
  'lambda:functionurlauthtype': ['AWS_IAM', 'NONE'],
};
