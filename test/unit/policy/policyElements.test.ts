import { describe, expect, test } from 'vitest';
import { pairs, policyGrammars } from '../../../scripts/schemas/policyGrammar.ts';
import { counterparts, policyElements } from '../../../server/src/policy/policyElements.ts';
import { policyTypes } from '../../../server/src/policy/policyType.ts';
import { statementElements } from '../../../server/src/policy/shape/shapeProblem.ts';

describe('completion and the schemas agree on', () => {
  test.each(policyTypes)('the elements of a %s policy', (type) => {
    const { prohibited, takesId } = policyGrammars[type];
    const { document, statement } = policyElements[type];
    expect(document).toEqual(['Version', ...(takesId ? ['Id'] : []), 'Statement']);
    expect(statement).toEqual(statementElements.filter((name) => !prohibited.some((one) => one === name)));
  });

  test('the elements that exclude each other', () => {
    const bothWays = pairs.flatMap(([one, other]) => [
      [one, other],
      [other, one],
    ]);
    expect(counterparts).toEqual(Object.fromEntries(bothWays));
  });
});
