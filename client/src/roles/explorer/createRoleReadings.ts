import type { AwsApi, Role } from '../awsApi.ts';
import { isServiceLinked } from '../steps/onRole.ts';
import { totalOf } from './findingCounts.ts';
import { type CheckPolicy, findingsOf, type Judgements, judge, readInline } from './judgements.ts';
import type { ListedRole } from './listedRole.ts';
import { type RoleParts, readRoleParts } from './roleParts.ts';

/** What was read of single roles, by name, and what was found in their policies. */
export interface RoleReadings {
  readonly judgements: ReadonlyMap<string, Judgements>;
  hasFindings(roleName: string): boolean;
  /** The role as it was read last; undefined where AWS has it no more. */
  latest(listed: ListedRole): ListedRole | undefined;
  /** From AWS with the first call, and remembered. Its policies are judged after that, which `judged` is told. */
  read(api: AwsApi, listed: ListedRole): Promise<RoleParts>;
  /** Judges what a list with details has; rejects where that is not possible. */
  judgeListed(roles: readonly ListedRole[]): Promise<void>;
  forget(roleName?: string): void;
}

export function createRoleReadings(check: CheckPolicy, judged: (roleName: string) => void): RoleReadings {
  const reads = new Map<string, Promise<RoleParts>>();
  const roles = new Map<string, Role | undefined>();
  const judgements = new Map<string, Judgements>();

  const readNow = async (api: AwsApi, { role }: ListedRole): Promise<RoleParts> => {
    const parts = await readRoleParts(api, role.name);
    if ('value' in parts.role) roles.set(role.name, parts.role.value);
    return parts;
  };
  const judgeRead = async (api: AwsApi, role: Role, read: Promise<RoleParts>): Promise<void> => {
    const parts = await read;
    const isWanted = () => reads.get(role.name) === read;
    const now = 'value' in parts.role ? parts.role.value : role;
    if (now === undefined || isServiceLinked(now) || judgements.has(role.name) || !isWanted()) return;
    const names = 'value' in parts.inline ? parts.inline.value : [];
    const found = await judge(check, now.trustPolicy, readInline(api, role.name, names));
    if (!isWanted()) return;
    judgements.set(role.name, found);
    judged(role.name);
  };

  return {
    judgements,
    hasFindings(name) {
      const found = judgements.get(name);
      return found !== undefined && totalOf(findingsOf(found)) > 0;
    },
    latest(listed) {
      const { name } = listed.role;
      if (!roles.has(name)) return listed;
      const role = roles.get(name);
      return role && { ...listed, role };
    },
    read(api, listed) {
      const { name } = listed.role;
      const known = reads.get(name);
      if (known !== undefined) return known;
      const read = readNow(api, listed);
      reads.set(name, read);
      void judgeRead(api, listed.role, read);
      return read;
    },
    async judgeListed(list) {
      const unjudged = list.filter(({ role }) => !isServiceLinked(role) && !judgements.has(role.name));
      await Promise.all(
        unjudged.map(async ({ role, inlinePolicies = [] }) => {
          const inline = inlinePolicies.map(({ name, document }) => ({
            name,
            document: Promise.resolve(document),
          }));
          const found = await judge(check, role.trustPolicy, inline);
          // The documents are there, so that it was the judge who failed.
          for (const outcome of found.values()) if ('error' in outcome) throw outcome.error;
          judgements.set(role.name, found);
        }),
      );
    },
    forget(name) {
      if (name === undefined) for (const all of [reads, roles, judgements]) all.clear();
      else for (const all of [reads, roles, judgements]) all.delete(name);
    },
  };
}
