import { literalOf, type ObjectNode } from '../../syntax/node.ts';
import { analyzerPage, everyType, type Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeElement } from '../elementFixes.ts';

export const unsupportedElementCombination = defineCheck({
  code: 'UNSUPPORTED_ELEMENT_COMBINATION',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'A statement has both an element and its opposite: Action and NotAction, Resource and NotResource, or Principal and NotPrincipal.',
  why: 'The two contradict each other, and IAM refuses the policy.',
  fix: 'Keep one of the two, or split the statement.',
  source: analyzerPage('UNSUPPORTED_ELEMENT_COMBINATION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        «"NotAction"»: "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:DeleteBucket",
        "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket1", «"Resource"»: "arn:aws:s3:::amzn-s3-demo-bucket2" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:DeleteBucket",
        "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
  ],
  check(problem, { report }) {
    if (problem.problem !== 'combination') return;
    const [first, second] = problem.elements;
    report({
      node: problem.key,
      message: `${second} cannot stand beside ${first} in one statement because they contradict each other; keep one of them.`,
      fixes: () => removeEither(problem.node, problem.elements),
    });
  },
});

/** What names everything but something goes first: it mostly says more than was meant. */
function removeEither({ members }: ObjectNode, elements: readonly string[]): Fix[] {
  const keys = members
    .map(({ key }) => key)
    .filter((key) => elements.includes(literalOf(key) ?? ''))
    .toSorted(
      (one, other) => Number(startsWithNot(literalOf(other))) - Number(startsWithNot(literalOf(one))),
    );
  return keys.map(removeElement);
}

function startsWithNot(name: string | undefined): boolean {
  return name?.startsWith('Not') === true;
}
