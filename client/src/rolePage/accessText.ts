import type { AccessResources, LevelAccess, ServiceAccess } from '../../../server/src/protocol.ts';

/** Access levels, the one that weighs most first. */
export const levelsByWeight: readonly LevelAccess['level'][] = [
  'Permissions management',
  'Write',
  'Tagging',
  'Read',
  'List',
  'Other',
];

/** `all 40`, `3 of 40`, `3 of 40, 1 within the boundary` */
export function levelCount({ granted, kept, all }: LevelAccess): string {
  const count = granted === all ? `all ${all}` : `${granted} of ${all}`;
  if (kept === granted) return count;
  return kept === 0 ? `${count}, none within the boundary` : `${count}, ${kept} within the boundary`;
}

/** `all Read, some Write`, the heaviest level first; of what a boundary leaves. */
export function levelsInShort({ levels }: Pick<ServiceAccess, 'levels'>): string {
  const left = levels.filter(({ kept }) => kept > 0);
  if (left.length === 0) return 'nothing within the boundary';
  if (left.every(({ kept, all }) => kept === all) && left.length > 1)
    return `all ${inOrder(left)
      .map(({ level }) => level)
      .join(', ')}`;
  return inOrder(left)
    .map(({ level, kept, all }) => `${kept === all ? 'all' : 'some'} ${level}`)
    .join(', ');
}

/** The level that weighs most of what a boundary leaves; undefined where it leaves nothing. */
export function heaviestLevel({ levels }: Pick<ServiceAccess, 'levels'>): LevelAccess['level'] | undefined {
  return inOrder(levels.filter(({ kept }) => kept > 0))[0]?.level;
}

function inOrder(levels: readonly LevelAccess[]): readonly LevelAccess[] {
  return levelsByWeight.flatMap((level) => levels.filter((one) => one.level === level));
}

/** `every resource`, `every resource but two`, `3 resources` */
export function resourcesInShort({ every, names, except, more }: AccessResources): string {
  const count = names.length + more;
  if (every) return except.length === 0 ? 'every resource' : `every resource but ${except.length} named`;
  return `${count} ${count === 1 ? 'resource' : 'resources'}`;
}

/** What a boundary takes away, a sentence for each service; empty where it takes nothing. */
export function takenAway(services: readonly ServiceAccess[]): readonly string[] {
  return services.flatMap(({ name, levels }) => {
    const cut = levels.filter(({ kept, granted }) => kept < granted);
    if (cut.length === 0) return [];
    if (levels.every(({ kept }) => kept === 0)) return [`${name}: everything`];
    return [
      `${name}: ${cut.map(({ level, granted, kept }) => `${granted - kept} of ${granted} ${level}`).join(', ')}`,
    ];
  });
}
