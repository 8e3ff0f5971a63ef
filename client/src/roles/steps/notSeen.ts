import { type AwsError, ownError } from '../awsError.ts';

/** AWS took the call, and then did not show what was made. */
export function notSeen(what: string, operation: string): AwsError {
  return ownError(
    'notSeen',
    `${what} was created, but AWS does not show it after two minutes; wait a little, then run the plan again, which goes on from there.`,
    operation,
  );
}
