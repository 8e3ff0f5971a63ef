import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  type STSClient,
} from '@aws-sdk/client-sts';
import type { AssumeRoleRequest, AwsApi, SessionCredentials } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { required, tagList } from './results.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html */
export function sessionOperations(sts: STSClient, options: CallOptions) {
  return {
    async getCallerIdentity() {
      const { Account, Arn, UserId } = await sts.send(new GetCallerIdentityCommand({}), options);
      const arn = required(Arn, 'the caller’s ARN');
      return {
        account: required(Account, 'the caller’s account'),
        arn,
        userId: required(UserId, 'the caller’s id'),
        partition: required(arn.split(':')[1], 'the caller’s partition'),
      };
    },
    async assumeRole(request) {
      const answer = await sts.send(new AssumeRoleCommand(inputOf(request)), options);
      return {
        credentials: credentialsOf(answer.Credentials),
        arn: required(answer.AssumedRoleUser?.Arn, 'the ARN of the session'),
      };
    },
    async decodeAuthorizationMessage(encodedMessage) {
      // Line breaks come from wherever it was copied.
      const input = { EncodedMessage: encodedMessage.replace(/\s/g, '') };
      const answer = await sts.send(new DecodeAuthorizationMessageCommand(input), options);
      return required(answer.DecodedMessage, 'the decoded message');
    },
  } satisfies Partial<AwsApi>;
}

function inputOf(request: AssumeRoleRequest): AssumeRoleCommandInput {
  const { roleArn, sessionName, duration, externalId, mfa, sourceIdentity, tags, policy } = request;
  return {
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    DurationSeconds: duration,
    ExternalId: externalId,
    SerialNumber: mfa?.serialNumber,
    TokenCode: mfa?.code,
    SourceIdentity: sourceIdentity,
    Tags: tags && tagList(tags),
    TransitiveTagKeys: request.transitiveTagKeys && [...request.transitiveTagKeys],
    Policy: policy,
  };
}

export function credentialsOf(credentials: Credentials | undefined): SessionCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = required(credentials, 'credentials');
  return {
    accessKeyId: required(AccessKeyId, 'an access key id'),
    secretAccessKey: required(SecretAccessKey, 'a secret access key'),
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}
