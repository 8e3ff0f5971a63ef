import type { Denial } from '../../roles/awsError.ts';
import { policyFault } from '../../roles/policyFault.ts';
import { deleteConflict } from './deleteConflicts.ts';
import { quotaExceeded } from './quotas.ts';

/** What AWS refused and how it said so. */
export interface Refusal {
  readonly action: string;
  /** Without secrets. */
  readonly awsMessage: string;
  readonly denied: Denial | undefined;
}

type Explanation = (refusal: Refusal) => string;

const slowDown: Explanation = ({ action }) =>
  `AWS gets more calls from this account than it takes, and refused ${action} after several attempts: wait a minute, then try again.`;

const expired: Explanation = () =>
  'The session of this profile has expired: sign in again, or renew its credentials, then try again.';

const unknownKey: Explanation = ({ action }) =>
  action.startsWith('iam:')
    ? 'AWS does not take these credentials: they were deleted or deactivated, belong to another partition, or are a session made by GetSessionToken without MFA, which cannot call IAM; sign in with MFA, or use another profile.'
    : 'AWS does not know these credentials: they were deleted or deactivated, belong to another partition, or the Region is not enabled for the account; check the profile and its Region.';

const clock: Explanation = () =>
  "This computer's clock differs from AWS's by more than AWS allows: set it, then try again.";

const badSignature: Explanation = (refusal) =>
  /signature (?:expired|not yet current)/i.test(refusal.awsMessage)
    ? clock(refusal)
    : 'The secret access key does not belong to the access key id: correct the profile, and look for spaces or characters that were lost in copying.';

const busy: Explanation = () =>
  'Another change of the same thing is in progress: wait a few seconds, then try again.';

const serviceFault: Explanation = ({ action, awsMessage }) =>
  `AWS failed to do ${action}; it is no mistake of yours, try again in a minute. AWS says: ${awsMessage}`;

const alreadyExists: Explanation = ({ awsMessage }) => {
  const [, what = 'Something of that name'] = /^(.*?) already exists/.exec(awsMessage) ?? [];
  return `${what} already exists: choose another name, or go on with the one that exists. IAM's names do not differ by case alone.`;
};

const malformedPolicy: Explanation = ({ awsMessage }) => {
  const advice = policyFault(awsMessage)?.advice ?? 'Check it against the findings in the editor.';
  return `AWS refuses the policy: “${awsMessage.replace(/\.$/, '')}”. ${advice}`;
};

const invalidValue: Explanation = ({ action, awsMessage }) =>
  durationAdvice(awsMessage) ?? `AWS refuses what ${action} was given: ${awsMessage}`;

const durations: readonly { readonly text: RegExp; readonly message: string }[] = [
  {
    text: /1 hour session limit for roles assumed by role chaining/i,
    message:
      'A role that is assumed from the session of a role lasts one hour at most: choose 3,600 seconds or fewer.',
  },
  {
    text: /exceeds the MaxSessionDuration/i,
    message:
      "The session would last longer than the role's maximum session duration: choose a shorter one, or raise the role's maximum.",
  },
];

function durationAdvice(awsMessage: string): string | undefined {
  return durations.find(({ text }) => text.test(awsMessage))?.message;
}

/** By the code on the wire, without `Exception`. */
export const explanations: Readonly<Record<string, Explanation>> = {
  EntityAlreadyExists: alreadyExists,
  LimitExceeded: ({ awsMessage }) => quotaExceeded(awsMessage),
  DeleteConflict: ({ awsMessage }) => deleteConflict(awsMessage),
  MalformedPolicyDocument: malformedPolicy,
  PackedPolicyTooLarge: () =>
    'The session policy and the session tags are too large together: shorten the policy, or leave out tags.',
  NoSuchEntity: ({ awsMessage }) =>
    `AWS has no such thing: ${awsMessage.replace(/\.$/, '')}; check its name, and the account of the profile.`,
  UnmodifiableEntity: () =>
    'This role belongs to an AWS service, which alone may change it: use the console or the API of that service.',
  ConcurrentModification: busy,
  EntityTemporarilyUnmodifiable: busy,
  PolicyNotAttachable: () =>
    'This AWS managed policy is only for the service-linked role of its service: choose another policy.',
  InvalidInput: invalidValue,
  ValidationError: invalidValue,
  Validation: invalidValue,
  InvalidParameterValue: invalidValue,
  InvalidParameterCombination: invalidValue,
  InvalidAuthorizationMessage: () =>
    'AWS cannot read this encoded message: copy it whole, and decode it in the account and partition it is from.',
  'InvalidInstanceID.NotFound': ({ awsMessage }) =>
    `There is no such instance in this Region: check its id and the Region. AWS says: ${awsMessage}`,
  'InvalidInstanceID.Malformed': () => 'This is not the id of an instance: write it as i-0123456789abcdef0.',
  'InvalidAssociationID.NotFound': () =>
    'The instance no longer has this association: read the associations anew.',
  IncorrectState: ({ awsMessage }) =>
    `The instance is not in a state for this, or has an instance profile already, which can be replaced. AWS says: ${awsMessage}`,
  IncorrectInstanceState: ({ awsMessage }) =>
    `The instance is not in a state for this: start it, or wait until it runs. AWS says: ${awsMessage}`,

  Throttling: slowDown,
  Throttled: slowDown,
  RequestLimitExceeded: slowDown,
  RequestThrottled: slowDown,
  TooManyRequests: slowDown,
  SlowDown: slowDown,

  ExpiredToken: expired,
  RequestExpired: expired,
  InvalidClientTokenId: unknownKey,
  UnrecognizedClient: unknownKey,
  InvalidAccessKeyId: unknownKey,
  AuthFailure: unknownKey,
  SignatureDoesNotMatch: badSignature,
  InvalidSignature: badSignature,
  RequestTimeTooSkewed: clock,
  RequestInTheFuture: clock,
  OptInRequired: () =>
    'The account is not signed up for this service or Region: enable the Region, or choose another one.',
  RegionDisabled: () =>
    "AWS STS is not active in this Region for the account: activate it in the account's settings, or choose another Region.",

  ServiceFailure: serviceFault,
  ServiceUnavailable: serviceFault,
  InternalFailure: serviceFault,
  InternalError: serviceFault,
  Unavailable: serviceFault,
};
