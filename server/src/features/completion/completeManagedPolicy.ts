import type { PolicyFile } from '../../policy/readDocument.ts';
import { spanWithin } from '../../syntax/node.ts';
import { nodeAt } from '../../syntax/nodeAt.ts';
import type { FeatureContext } from '../featureContext.ts';
import type { CompletionList } from './completionItem.ts';
import { managedPolicyArns } from './managedPolicyArns.ts';
import { selectItems } from './selectItems.ts';

/** Keys of CloudFormation templates and AWS CLI input that hold ARNs of managed policies. */
const holders = ['ManagedPolicyArns', 'PermissionsBoundary', 'PolicyArn'];

/** ARNs of managed policies beside the policies of a document, such as in a role's template. */
export function completeManagedPolicy(
  { text, root }: PolicyFile,
  offset: number,
  { catalog, settings }: FeatureContext,
): CompletionList | undefined {
  const at = root?.kind === 'object' ? nodeAt(root, offset) : undefined;
  if (at === undefined || at.isKey || at.node.kind !== 'string') return undefined;
  const { node, path } = at;
  const [value] = node.parts;
  const isHeld = path.slice(-2).some((name) => typeof name === 'string' && holders.includes(name));
  const isPlain = node.parts.length === 1 && typeof value === 'string' && text[node.start] === '"';
  if (!isHeld || !isPlain || !node.closed || offset <= node.start || offset >= node.end) return undefined;
  const content = spanWithin(node, 0, value.length);
  return selectItems(
    managedPolicyArns(catalog, settings),
    {
      content,
      whole: { start: node.start, end: node.end },
      quoted: true,
      closed: true,
      typed: text.slice(content.start, offset),
      word: value,
      escapes: 0,
      hasColon: false,
      commaBefore: undefined,
      commaAfter: false,
    },
    false,
  );
}
