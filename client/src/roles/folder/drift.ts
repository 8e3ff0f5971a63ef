import { nameOfArn } from '../arn.ts';
import { sameDocument } from '../sameDocument.ts';
import type { Difference } from '../stepState.ts';
import type { FolderRole } from './folderRole.ts';

type Entry = readonly [what: string, value: string];

/**
 * Where AWS has another role than the folder; `wanted` is the folder's, empty where a side has nothing. `documents` are
 * what AWS has of the managed policies that the folder keeps, by ARN.
 */
export function driftOf(
  folder: FolderRole,
  live: FolderRole,
  documents: ReadonlyMap<string, string>,
): readonly Difference[] {
  const [wanted, now] = [new Map(entriesOf(folder)), new Map(entriesOf(live))];
  const policies = folder.attachedPolicies.flatMap(({ arn, document }): readonly Difference[] => {
    const what = `document of managed policy ${nameOfArn(arn)}`;
    return document === undefined ? [] : [{ what, live: documents.get(arn) ?? '', wanted: document }];
  });
  return [...new Set([...wanted.keys(), ...now.keys()])]
    .map((what) => ({ what, live: now.get(what) ?? '', wanted: wanted.get(what) ?? '' }))
    .concat(policies)
    .filter((one) => !sameDocument(one.live, one.wanted));
}

/** Everything that can differ, under a name that is its own. */
function entriesOf(role: FolderRole): readonly Entry[] {
  return [
    ['path', role.path],
    ['description', role.description],
    ['maximum session duration', `${role.maxSessionDuration} seconds`],
    ['permissions boundary', role.permissionsBoundary ?? ''],
    // Quoted, as an empty value is another thing than no tag.
    ...Object.entries(role.tags).map(([key, value]): Entry => [`tag ${key}`, JSON.stringify(value)]),
    ['trust policy', role.trustPolicy],
    ...role.inlinePolicies.map(({ name, document }): Entry => [`inline policy ${name}`, document]),
    ...role.attachedPolicies.map(({ arn }): Entry => [`attachment of ${arn}`, 'attached']),
  ];
}
