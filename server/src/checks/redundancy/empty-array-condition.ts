import type { ConditionOperator } from '../../policy/conditionOperator.ts';
import { analyzerPage, type Check, type CheckDescription, everyType } from '../check.ts';
import { changeCondition, removeConditions } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { isEmptyList } from './emptyList.ts';

interface EmptyCondition extends Pick<CheckDescription, 'what' | 'why' | 'fix'> {
  readonly code: string;
  /** Of an example. */
  readonly operator: string;
  readonly effect: string;
  readonly advice: string;
  /** It asks for the absence of the key. */
  readonly absent: boolean;
}

/** What an empty list does under each form of operator. Source: Access Analyzer policy check reference. */
const forms: Readonly<Record<'plain' | 'ForAllValues' | 'ForAnyValue' | 'IfExists', EmptyCondition>> = {
  plain: {
    code: 'EMPTY_ARRAY_CONDITION',
    operator: 'StringEquals',
    effect: 'is compared with no value',
    advice: 'list values or remove the key',
    absent: false,
    what: 'A condition key has an empty list of values.',
    why: 'There is nothing to compare with, so the condition does not do what it seems to.',
    fix: 'Write the values, or remove the key.',
  },
  ForAllValues: {
    code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    operator: 'ForAllValues:StringEquals',
    effect: 'may only be absent from the request',
    advice: 'list values, or test its absence with "Null" and "true"',
    absent: true,
    what: 'A condition key has an empty list of values under ForAllValues.',
    why: 'The condition is met only when the key is absent from the request, which Null says more clearly.',
    fix: 'Write the values, or test "Null": { "key": "true" }.',
  },
  ForAnyValue: {
    code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    operator: 'ForAnyValue:StringEquals',
    effect: 'never matches, so the statement never applies',
    advice: 'list values or remove the key',
    absent: false,
    what: 'A condition key has an empty list of values under ForAnyValue.',
    why: 'No value of the request can be in an empty list, so the statement never applies.',
    fix: 'Write the values, or remove the key.',
  },
  IfExists: {
    code: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
    operator: 'StringEqualsIfExists',
    effect: 'may only be absent from the request',
    advice: 'list values, or test its absence with "Null" and "true"',
    absent: true,
    what: 'A condition key has an empty list of values under an operator with IfExists.',
    why: 'The condition is met only when the key is absent from the request, which Null says more clearly.',
    fix: 'Write the values, or test "Null": { "key": "true" }.',
  },
};

/** The set operator decides where IfExists stands beside it. */
function formOf(operator: ConditionOperator | undefined): EmptyCondition {
  return forms[operator?.set ?? (operator?.ifExists ? 'IfExists' : 'plain')];
}

export const emptyArrayConditionChecks: readonly Check[] = Object.values(forms).map(toCheck);

function toCheck(form: EmptyCondition): Check {
  const { code, what, why, fix, operator, effect, advice, absent } = form;
  return defineCheck({
    code,
    severity: 'SUGGESTION',
    types: everyType,
    element: 'condition',
    what,
    why,
    fix,
    source: analyzerPage(code, 'SUGGESTION'),
    bad: [{ type: 'identity', text: example(operator, '«[]»') }],
    good: [{ type: 'identity', text: example(operator, '["team"]') }],
    check(condition, { report }) {
      const { name, value, block, statement } = condition;
      if (!isEmptyList(value) || formOf(block.operator) !== form) return;
      report({
        node: value,
        message: `With an empty list, ${name ?? 'the key'} ${effect}; ${advice}.`,
        fixes: () =>
          absent && !block.operator?.negated
            ? fixWith(
                'Change to "Null"',
                changeCondition(statement, condition, { operator: 'Null', value: 'true' }),
                true,
              )
            : fixWith('Remove the condition', removeConditions(statement, [condition])),
      });
    },
  });
}

function example(operator: string, values: string): string {
  const key = operator.startsWith('For') ? 'aws:TagKeys' : 'aws:PrincipalTag/team';
  return `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "${operator}": { "${key}": ${values} } } } }`;
}
