import type { Element, Statement } from '../../policy/model.ts';
import { literalOf, type Span } from '../../syntax/node.ts';
import type { Refactoring } from './refactorItem.ts';
import { holdsComment, selectedStatement, touches } from './selected.ts';

/** Writes a value that stands alone as a list, and a list of one as the value: to IAM both say the same. */
export const listForm: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.listForm',
  find(selection) {
    const { file, detected, span } = selection;
    const statement = selectedStatement(selection);
    const around = detected.policy.statement;
    const [chosen, ...others] = [
      ...(around !== undefined && touches(around.key, span) ? [around] : []),
      ...(statement === undefined ? [] : listsOf(statement).filter((one) => touches(spanOf(one), span))),
    ];
    const { key, value } = chosen ?? {};
    if (key === undefined || value === undefined || others.length > 0) return [];
    const name = literalOf(key) ?? 'it';
    const { start, end } = value;
    if (value.kind !== 'array') {
      const edits = [
        { start, end: start, text: '[' },
        { start: end, end, text: ']' },
      ];
      return value.kind === 'unknown' ? [] : [{ title: `Write ${name} as a list`, edits }];
    }
    const [only, ...more] = value.items;
    if (only === undefined || only.kind === 'unknown' || more.length > 0 || holdsComment(selection, value))
      return [];
    const text = file.text.slice(only.start, only.end);
    return [{ title: `Write ${name} without a list`, edits: [{ start, end, text }] }];
  },
};

/** The elements of a statement that take a value or a list of them. */
function listsOf({ action, resource, principal, condition }: Statement): readonly Element[] {
  const members = principal?.value?.kind === 'object' ? principal.value.members : [];
  const tests = condition?.operators.flatMap(({ conditions }) => conditions) ?? [];
  return [action, resource, ...members, ...tests].filter((one) => one !== undefined);
}

function spanOf({ key, value }: Element): Span {
  return { start: key.start, end: (value ?? key).end };
}
