import type { PolicyPathStep } from '../protocol.ts';
import { literalOf, type Node, type Span, spanWithin } from '../syntax/node.ts';
import type { PolicyDocument } from './model.ts';

/**
 * Where a path through the policy's JSON, as IAM Access Analyzer gives it, is in its document:
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html. The path is followed as far as the document has it. A
 * statement that stands alone is taken as the one of a document.
 */
export function spanOfPath({ node, level }: PolicyDocument, path: readonly PolicyPathStep[]): Span {
  const steps = level === 'statement' ? path.slice(2) : path;
  let at: Node = node;
  for (const step of steps) {
    if ('substring' in step) {
      const { start, length } = step.substring;
      return at.kind === 'string' ? spanWithin(at, start, start + length) : at;
    }
    if ('key' in step) return memberOf(at, step.key)?.key ?? at;
    const next: Node | undefined =
      'value' in step
        ? memberOf(at, step.value)?.value
        : at.kind === 'array'
          ? at.items[step.index]
          : // AWS counts a single value as the only one of a list.
            at;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function memberOf(node: Node, name: string) {
  return node.kind === 'object' ? node.members.find(({ key }) => literalOf(key) === name) : undefined;
}
