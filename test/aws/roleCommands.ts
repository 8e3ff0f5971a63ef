import type { ActiveProfile } from '../../client/src/aws/activeProfile.ts';
import type { Connection } from '../../client/src/aws/connection.ts';
import type { RoleCommandParts } from '../../client/src/commands/roleCommand.ts';
import type { ScriptedUi } from '../scriptedUi.ts';
import type { ServedPolicies } from '../servedPolicies.ts';

/** What a command on roles works with: a scripted person, policies the real server reads, and a way to AWS. */
export function roleCommandParts(
  { ui }: Pick<ScriptedUi, 'ui'>,
  policies: ServedPolicies,
  connection: Connection | undefined,
): RoleCommandParts {
  return {
    ui,
    openPolicies: policies,
    roleCatalog: policies.roleCatalog,
    activeProfile: alwaysActive(connection),
  };
}

/** A profile that is active from the beginning to the end; undefined: the user gave up when asked for one. */
function alwaysActive(connection: Connection | undefined): ActiveProfile {
  return {
    profile: connection?.profile,
    assumedRole: undefined,
    onChange: () => () => undefined,
    connect: async () => connection,
    profiles: async () => (connection === undefined ? [] : [connection.profile]),
    async connectTo() {
      throw new Error('No other profile is there.');
    },
    choose: async () => connection?.profile,
    use: async () => undefined,
    stopUsingRole: () => undefined,
  };
}
