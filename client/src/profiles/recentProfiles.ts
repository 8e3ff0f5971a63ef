import type { Profile } from '../aws/profile.ts';

const most = 20;

/** The names with this one first. */
export function remembered(recent: readonly string[], name: string): readonly string[] {
  return [name, ...recent.filter((one) => one !== name)].slice(0, most);
}

/** Recently used profiles, then the others as the files have them; last those that give no credentials. */
export function inOrderOfUse(
  profiles: readonly Profile[],
  recent: readonly string[],
): { readonly used: readonly Profile[]; readonly others: readonly Profile[] } {
  const used = recent.flatMap((name) => profiles.find((profile) => profile.name === name) ?? []);
  const others = profiles.filter((profile) => !used.includes(profile));
  const gives = ({ kind }: Profile) => kind !== 'none';
  return { used, others: [...others.filter(gives), ...others.filter((profile) => !gives(profile))] };
}
