import type { AwsSettings } from '../aws/awsSettings.ts';
import type { Profile } from '../aws/profile.ts';
import type { Environment } from '../aws/profileFiles.ts';
import type { Profiles } from '../aws/readProfiles.ts';
import type { Ui } from '../ui/ui.ts';
import { profileItem } from './profileItem.ts';
import { inOrderOfUse, remembered } from './recentProfiles.ts';

export interface ProfileListPorts {
  readonly env: Environment;
  readonly state: ProfileState;
  readonly ui: Pick<Ui, 'pick' | 'warn'>;
  settings(): AwsSettings;
  readProfiles(): Promise<Profiles>;
}

/** Names of profiles, and nothing else, for the next window. */
export interface ProfileState {
  /** Of this workspace. */
  readonly chosen: string | undefined;
  /** Of all workspaces, the latest first. */
  readonly recent: readonly string[];
  remember(chosen: string, recent: readonly string[]): void;
}

/** The profiles as the files had them last, and which of them is the active one. */
export interface ProfileList {
  readonly all: readonly Profile[];
  readonly active: Profile | undefined;
  /** Whether there are profiles, or files with a problem to tell. */
  readonly any: boolean;
  /** Reads the files unless that was done. */
  loaded(): Promise<void>;
  reload(): Promise<void>;
  /** Asks for the profile to be the active one, and remembers it. */
  choose(): Promise<Profile | undefined>;
}

const howToMakeOne = 'Run `aws configure sso` or `aws configure` in a terminal, then choose it.';

export function profileList({ env, state, ui, settings, readProfiles }: ProfileListPorts): ProfileList {
  let all: readonly Profile[] = [];
  let problems: readonly string[] = [];
  let loading: Promise<void> | undefined;

  const load = async () => {
    const { profiles, files } = await readProfiles();
    all = profiles;
    problems = files.problems;
  };
  const activeName = () => state.chosen || settings().profile || env['AWS_PROFILE'] || undefined;
  const find = (name: string | undefined) => all.find((profile) => profile.name === name);
  const list: ProfileList = {
    get all() {
      return all;
    },
    get active() {
      return find(activeName());
    },
    get any() {
      return all.length > 0 || problems.length > 0;
    },
    loaded() {
      loading ??= load();
      return loading;
    },
    reload() {
      loading = load();
      return loading;
    },
    async choose() {
      await list.loaded();
      for (const problem of problems) void ui.warn(problem);
      if (all.length === 0) {
        if (problems.length === 0)
          void ui.warn(`There is no AWS profile on this machine to call AWS with. ${howToMakeOne}`);
        return undefined;
      }
      const name = activeName();
      const placeholder =
        name === undefined || find(name) !== undefined
          ? 'The profile that commands in this window use'
          : `No AWS file has the profile ${name}: choose another`;
      const items = rows(all, state.recent);
      const picked = await ui.pick(items, { title: 'Choose AWS Profile', placeholder, matchAll: true });
      if (picked !== undefined) state.remember(picked.name, remembered(state.recent, picked.name));
      return picked;
    },
  };
  return list;
}

function rows(profiles: readonly Profile[], recent: readonly string[]) {
  const { used, others } = inOrderOfUse(profiles, recent);
  return [
    ...used.map((profile) => profileItem(profile, 'recently used')),
    ...others.map((profile) => profileItem(profile, used.length === 0 ? 'profiles' : 'other profiles')),
  ];
}
