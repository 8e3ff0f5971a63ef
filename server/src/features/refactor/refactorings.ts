import type { PolicyFile } from '../../policy/readDocument.ts';
import type { Span } from '../../syntax/node.ts';
import type { FeatureContext } from '../featureContext.ts';
import { collapse } from './collapseActions.ts';
import { expandWildcard } from './expandWildcard.ts';
import { extractStatements } from './extractStatements.ts';
import { listForm } from './listForm.ts';
import { mergeStatements } from './mergeStatements.ts';
import type { RefactorItem, Refactoring, RefactorKind } from './refactorItem.ts';
import { shrinkToFit } from './shrinkToFit.ts';
import { sortAndFormat } from './sortAndFormat.ts';
import { splitByAccessLevel } from './splitByAccessLevel.ts';
import { splitByService } from './splitByService.ts';
import { splitOversize } from './splitOversize.ts';

/** Of the policy that is pointed at, in the order in which a menu shows them. */
const ofPolicy: readonly Refactoring[] = [
  expandWildcard,
  collapse,
  splitByService,
  splitByAccessLevel,
  mergeStatements,
  listForm,
  shrinkToFit,
  extractStatements,
  splitOversize,
];

/** Of all policies of a document, wherever one points. */
const ofDocument: readonly Refactoring[] = [sortAndFormat];

/** The kinds of all refactorings there are. */
export const refactorKinds: readonly RefactorKind[] = [...ofPolicy, ...ofDocument].map(({ kind }) => kind);

/**
 * What can be done with the policy that a span is in, and with the document, of the kinds that are wanted. A span in
 * no policy is in the only one of the document, if that has one.
 */
export function refactorings(
  file: PolicyFile,
  span: Span,
  wanted: (kind: RefactorKind) => boolean,
  context: FeatureContext,
): RefactorItem[] {
  const [only, ...others] = file.policies;
  const around = file.policies.find(
    ({ policy: { node } }) => node.start <= span.start && span.end <= node.end,
  );
  const detected = around ?? (others.length === 0 ? only : undefined);
  const found = ofPolicy.flatMap(({ kind, find }) => {
    if (detected === undefined || !wanted(kind)) return [];
    return find({ file, detected, span }, context).map((item) => ({ ...item, kind }));
  });
  return [...found, ...ofDocument.flatMap((one) => (wanted(one.kind) ? everywhere(one, file, context) : []))];
}

/** One item for all policies. */
function everywhere(
  { kind, find }: Refactoring,
  file: PolicyFile,
  context: FeatureContext,
): readonly RefactorItem[] {
  const items = file.policies.flatMap((detected) =>
    find({ file, detected, span: detected.policy.node }, context),
  );
  const [first] = items;
  return first === undefined ? [] : [{ ...first, kind, edits: items.flatMap(({ edits }) => edits) }];
}
