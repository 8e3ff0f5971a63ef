/** What the credentials of a profile are made from, in the order in which the AWS SDK takes them. */
export type ProfileKind =
  | 'keys'
  | 'role'
  | 'webIdentity'
  | 'process'
  | 'sso'
  | 'login'
  /** `AWS_ACCESS_KEY_ID` and others of this process, not a profile. */
  | 'environment'
  /** Named in a file, but with nothing that gives credentials. */
  | 'none';

export interface Profile {
  readonly name: string;
  readonly kind: ProfileKind;
  /** Told without a call to AWS: of `role_arn`, `sso_account_id`, `login_session`. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** The custom endpoint of IAM, if any. */
  readonly endpoint: string | undefined;
  readonly roleArn: string | undefined;
  readonly sourceProfile: string | undefined;
  readonly mfaSerial: string | undefined;
  /** Marked so by the setting `iamRoles.aws.productionProfiles`. */
  readonly production: boolean;
}
