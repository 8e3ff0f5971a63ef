import type { AwsApi, Page } from '../awsApi.ts';
import { hasCode } from '../awsError.ts';
import { signInCodes } from './errorNode.ts';
import type { ListedRole } from './listedRole.ts';
import type { ListedRoles, RoleListing } from './roleListing.ts';

export interface RoleReaderPorts {
  /** A way to AWS, without a question which profile; undefined while none is active. */
  connect(): Promise<{ api(signal: AbortSignal): AwsApi } | undefined>;
  /** What is to be known of a page before it is shown. */
  prepare(roles: readonly ListedRole[]): Promise<void>;
  /** After each page but the first. */
  changed(): void;
}

/** Reads the account's roles, a page at a time. */
export interface RoleReader {
  readonly listing: RoleListing;
  /** Settles when there is something to show; never rejects. */
  readonly first: Promise<void>;
  /** Goes on where the reading was paused or failed. */
  readOn(): void;
  pause(): void;
  /** Ends it, and tells nothing any more. */
  end(): void;
}

/** So many roles are read without being asked for: as many as an account may have before its quota is raised. */
const atOnce = 1000;

/** Begins at once; `detailed` also reads inline policies, tags and last use. */
export function createRoleReader(ports: RoleReaderPorts, detailed: boolean): RoleReader {
  let listed: ListedRoles = { kind: 'listed', roles: [], detailed, rest: 'reading' };
  let listing: RoleListing = listed;
  let next: string | undefined;
  let run = new AbortController();
  let isEnded = false;

  const show = (now: RoleListing) => {
    listing = now;
    if (now.kind === 'listed') listed = now;
  };
  const readPages = async (controller: AbortController): Promise<void> => {
    const { signal } = controller;
    const limit = listed.roles.length + atOnce;
    try {
      const connection = await ports.connect();
      if (connection === undefined) return show({ kind: 'unavailable', why: 'noProfile' });
      const api = connection.api(signal);
      do {
        const isFirst = listed.roles.length === 0;
        const page = await readPage(api, detailed, next);
        await ports.prepare(page.items);
        if (signal.aborted) return;
        next = page.next;
        const roles = [...listed.roles, ...page.items];
        show({
          ...listed,
          roles,
          rest: next === undefined ? 'none' : roles.length >= limit ? 'paused' : 'reading',
        });
        if (isFirst) settleFirst();
        else ports.changed();
      } while (listed.rest === 'reading');
    } catch (error) {
      if (signal.aborted) return;
      show(afterFailure(listed, error));
      if (listed.roles.length > 0) ports.changed();
    } finally {
      settleFirst();
    }
  };
  let settleFirst = () => {};
  const first = new Promise<void>((settle) => {
    settleFirst = settle;
  });
  void readPages(run);

  return {
    get listing() {
      return listing;
    },
    first,
    readOn() {
      if (isEnded || listed.rest === 'reading' || listed.rest === 'none') return;
      run = new AbortController();
      show({ ...listed, rest: 'reading' });
      ports.changed();
      void readPages(run);
    },
    pause() {
      if (listed.rest !== 'reading') return;
      run.abort();
      show({ ...listed, rest: 'paused' });
      ports.changed();
    },
    end() {
      isEnded = true;
      run.abort();
    },
  };
}

function readPage(api: AwsApi, detailed: boolean, next: string | undefined): Promise<Page<ListedRole>> {
  return detailed
    ? api.getAccountAuthorizationDetails(next)
    : api.listRolesPage(next).then((page) => ({
        ...page,
        items: page.items.map((role) => ({ role, inlinePolicies: undefined })),
      }));
}

function afterFailure(listed: ListedRoles, error: unknown): RoleListing {
  if (listed.roles.length > 0) return { ...listed, rest: { error } };
  if (hasCode(error, ...signInCodes)) return { kind: 'unavailable', why: 'signedOut' };
  return { kind: 'failed', error };
}
