import type { PolicyFile } from '../policy/readDocument.ts';
import type { CheckSettings, Finding } from './check.ts';

/**
 * What is wrong with a document without a policy: nothing, unless its type was told and it holds no object that could
 * be one. An editor that reports JSON's syntax itself says so of text that is no JSON, and of an empty one nothing yet.
 */
export function findNoPolicy(file: PolicyFile, { editorReportsJsonSyntax }: CheckSettings): Finding[] {
  const { root, text, problems, typeTold } = file;
  if (!typeTold) return [];
  const isValue = root !== undefined && problems.every(({ kind }) => kind !== 'syntax');
  if (editorReportsJsonSyntax === true && !isValue) return [];
  return [
    {
      code: 'JSON_SYNTAX_ERROR',
      severity: 'ERROR',
      message: `A policy document is one JSON object in braces, and ${text.trim() === '' ? 'this text is empty' : 'there is none here'}; write the policy as { … }.`,
      start: root?.start ?? 0,
      end: root?.end ?? 0,
      path: [],
      related: [],
      fixes: () => [],
    },
  ];
}
