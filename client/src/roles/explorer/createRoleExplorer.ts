import { nameOfArn } from '../arn.ts';
import { createRoleReader, type RoleReader, type RoleReaderPorts } from './createRoleReader.ts';
import { createRoleReadings } from './createRoleReadings.ts';
import { errorNode } from './errorNode.ts';
import type { ExplorerNode } from './explorerNode.ts';
import { needsDetails } from './filterRoles.ts';
import type { CheckPolicy } from './judgements.ts';
import type { ListedRole } from './listedRole.ts';
import { type Arrangement, listingNodes } from './listingNodes.ts';
import { roleChildren } from './roleChildren.ts';
import type { RoleListing } from './roleListing.ts';

export interface ExplorerPorts extends Pick<RoleReaderPorts, 'connect'> {
  readonly check: CheckPolicy;
  now(): Date;
  /** A row of a role and what is below it is to be shown anew; undefined: everything is. */
  changed(row?: ExplorerNode): void;
}

/** What the view of roles shows, and what is read for it: nothing before it is asked for. */
export interface RoleExplorer {
  readonly arrangement: Arrangement;
  /** Undefined before anything was asked for. */
  readonly listing: RoleListing | undefined;
  /** Of a row that this gave, or those at the top. Never rejects. */
  children(parent?: ExplorerNode): Promise<readonly ExplorerNode[]>;
  /** A row that this gave, as it is now. */
  current(row: ExplorerNode): ExplorerNode;
  arrange(change: Partial<Arrangement>): Promise<void>;
  /** Reads anew: roles by their names, or everything. */
  refresh(roleNames?: readonly string[]): Promise<void>;
  /** Goes on where the reading was paused or failed. */
  readOn(): void;
  pause(): void;
  /** Ends what is being read. */
  dispose(): void;
}

export function createRoleExplorer(ports: ExplorerPorts): RoleExplorer {
  let arrangement: Arrangement = { grouping: 'path', filter: {} };
  let reader: RoleReader | undefined;
  let ended = new AbortController();
  /** Rows of roles by id: as they were given out, and as they are now. */
  let given = new Map<string, ExplorerNode>();
  let current = given;

  const readings = createRoleReadings(ports.check, (name) => showRole(name));
  const topRows = (): readonly ExplorerNode[] => {
    const listing = reader?.listing;
    if (listing === undefined) return [];
    const now: RoleListing =
      listing.kind === 'listed'
        ? { ...listing, roles: listing.roles.flatMap((one) => readings.latest(one) ?? []) }
        : listing;
    const facts = { now: ports.now(), hasFindings: readings.hasFindings };
    const top = listingNodes(now, arrangement, facts, readings.judgements);
    const below = top.flatMap(({ children }) => (Array.isArray(children) ? children : []));
    current = new Map(below.map((row) => [row.id, row]));
    return top;
  };
  const showRole = (name: string): void => {
    const before = [...given.values()].filter((row) => nameOfRow(row) === name);
    topRows();
    // One that has come, gone or moved to another group changes more than its own row.
    if (before.length > 0 && before.every(({ id }) => current.has(id)))
      for (const row of before) ports.changed(row);
    else ports.changed();
  };
  const prepare = async (roles: readonly ListedRole[]): Promise<void> => {
    if (arrangement.filter.withFindings !== undefined) await readings.judgeListed(roles);
  };
  const forget = (): void => {
    reader?.end();
    reader = undefined;
    ended.abort();
    ended = new AbortController();
    readings.forget();
  };
  const listedRole = (name: string): ListedRole | undefined =>
    reader?.listing.kind === 'listed'
      ? reader.listing.roles.find(({ role }) => role.name === name)
      : undefined;
  const readRole = async (name: string) => {
    const listed = listedRole(name);
    const connection = listed && (await ports.connect());
    if (connection === undefined || listed === undefined) return undefined;
    return { listed, parts: await readings.read(connection.api(ended.signal), listed) };
  };
  const openRole = async (parent: ExplorerNode): Promise<readonly ExplorerNode[]> => {
    const name = nameOfRow(parent);
    try {
      const read = await readRole(name);
      if (read === undefined) return [];
      return roleChildren(parent, read.listed.role, read.parts, readings.judgements.get(name));
    } catch (error) {
      return [errorNode(`${parent.id} failed`, `role ${name}`, error)];
    }
  };

  return {
    get arrangement() {
      return arrangement;
    },
    get listing() {
      return reader?.listing;
    },
    async children(parent) {
      if (parent !== undefined)
        return parent.children === 'of the role' ? openRole(parent) : (parent.children ?? []);
      reader ??= createRoleReader(
        { connect: ports.connect, prepare, changed: () => ports.changed() },
        needsDetails(arrangement.filter),
      );
      await reader.first;
      const top = topRows();
      given = current;
      return top;
    },
    current: (row) => current.get(row.id) ?? row,
    async arrange(change) {
      arrangement = { ...arrangement, ...change };
      const listing = reader?.listing;
      if (listing?.kind !== 'listed' || (needsDetails(arrangement.filter) && !listing.detailed)) forget();
      // What went wrong comes up again, in its place, when the list is read anew.
      else await prepare(listing.roles).catch(forget);
      ports.changed();
    },
    async refresh(names) {
      if (names === undefined) {
        forget();
        return ports.changed();
      }
      for (const name of names) {
        readings.forget(name);
        // What went wrong is told where the row is opened.
        await readRole(name).catch(() => undefined);
        showRole(name);
      }
    },
    readOn: () => reader?.readOn(),
    pause: () => reader?.pause(),
    dispose: forget,
  };
}

function nameOfRow({ roleArn = '' }: ExplorerNode): string {
  return nameOfArn(roleArn);
}
