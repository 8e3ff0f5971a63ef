import type { PolicyFile } from '../../policy/readDocument.ts';
import { spanWithin } from '../../syntax/node.ts';
import type { FeatureContext } from '../featureContext.ts';
import { managedPolicyPlace } from '../managedPolicyPlace.ts';
import type { CompletionList } from './completionItem.ts';
import { managedPolicyArns } from './managedPolicyArns.ts';
import { selectItems } from './selectItems.ts';

/** ARNs of managed policies beside the policies of a document, such as in a role's template. */
export function completeManagedPolicy(
  file: PolicyFile,
  offset: number,
  { catalog, settings }: FeatureContext,
): CompletionList | undefined {
  const place = managedPolicyPlace(file, offset);
  if (place === undefined) return undefined;
  const { node, text } = place;
  const content = spanWithin(node, 0, text.length);
  const typed = file.text.slice(content.start, offset);
  return selectItems(
    managedPolicyArns(catalog, settings, typed),
    {
      content,
      whole: { start: node.start, end: node.end },
      quoted: true,
      closed: true,
      typed,
      word: text,
      escapes: 0,
      hasColon: false,
      commaBefore: undefined,
      commaAfter: false,
    },
    true,
  );
}
