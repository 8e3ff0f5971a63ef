import type { PolicyFile } from '../policy/readDocument.ts';
import type { StringNode } from '../syntax/node.ts';
import { nodeAt } from '../syntax/nodeAt.ts';

/** Keys of CloudFormation templates and AWS CLI input that hold ARNs of managed policies. */
const holders = ['ManagedPolicyArns', 'PermissionsBoundary', 'PolicyArn'];

/** A string that holds, or is to hold, the ARN of a managed policy. */
export interface ManagedPolicyPlace {
  readonly node: StringNode;
  readonly text: string;
}

/** Between the quotes of such a string at an offset; undefined elsewhere, and where its text is not known. */
export function managedPolicyPlace(
  { text, root }: PolicyFile,
  offset: number,
): ManagedPolicyPlace | undefined {
  const at = root?.kind === 'object' ? nodeAt(root, offset) : undefined;
  if (at === undefined || at.isKey || at.node.kind !== 'string') return undefined;
  const { node, path } = at;
  const [value] = node.parts;
  const isHeld = path.slice(-2).some((name) => typeof name === 'string' && holders.includes(name));
  const isPlain = node.parts.length === 1 && typeof value === 'string' && text[node.start] === '"';
  if (!isHeld || !isPlain || !node.closed || offset <= node.start || offset >= node.end) return undefined;
  return { node, text: value };
}
