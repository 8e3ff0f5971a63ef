import type { PolicyFile } from '../../policy/readDocument.ts';
import type { Span } from '../../syntax/node.ts';
import type { FeatureContext } from '../featureContext.ts';
import { collapse } from './collapseActions.ts';
import { expandWildcard } from './expandWildcard.ts';
import { extractStatements } from './extractStatements.ts';
import { mergeStatements } from './mergeStatements.ts';
import type { RefactorItem, Refactoring, RefactorKind } from './refactorItem.ts';
import { shrinkToFit } from './shrinkToFit.ts';
import { sortAndFormat } from './sortAndFormat.ts';
import { splitByAccessLevel } from './splitByAccessLevel.ts';
import { splitByService } from './splitByService.ts';
import { splitOversize } from './splitOversize.ts';

/** In the order in which a menu shows them. */
const all: readonly Refactoring[] = [
  expandWildcard,
  collapse,
  splitByService,
  splitByAccessLevel,
  mergeStatements,
  shrinkToFit,
  extractStatements,
  splitOversize,
  sortAndFormat,
];

/**
 * What can be done with the policy that a span is in, of the kinds that are wanted. A span in none is in the only
 * policy of the document, if it has one.
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
  if (detected === undefined) return [];
  return all
    .filter(({ kind }) => wanted(kind))
    .flatMap(({ kind, find }) => find({ file, detected, span }, context).map((item) => ({ ...item, kind })));
}
