import type { SessionCredentials } from '../roles/awsApi.ts';

/** Credentials with less time left are got anew, as in the AWS SDKs. Milliseconds. */
const margin = 5 * 60_000;

export interface SharedCredentials {
  get(): Promise<SessionCredentials>;
  forget(): void;
}

/** Asks the source once for all who want credentials, until these are about to expire; a failure is not kept. */
export function sharedCredentials(source: () => Promise<SessionCredentials>): SharedCredentials {
  let current: Promise<SessionCredentials> | undefined;
  let expiration: Date | undefined;

  function ask(): Promise<SessionCredentials> {
    expiration = undefined;
    const asked = source();
    current = asked;
    asked.then(
      (credentials) => {
        if (current === asked) expiration = credentials.expiration;
      },
      () => {
        if (current === asked) current = undefined;
      },
    );
    return asked;
  }

  return {
    get() {
      const isFresh = expiration === undefined || expiration.getTime() - Date.now() >= margin;
      return current !== undefined && isFresh ? current : ask();
    },
    forget() {
      current = undefined;
    },
  };
}
