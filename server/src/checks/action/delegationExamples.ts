import type { Example } from '../check.ts';

/** Without it, an Allow with NotAction is a way of privilege escalation as well. */
export const viaStacks =
  '"Condition": { "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" } }';

/** A policy of one statement with these elements, as JSON. */
export function allow(elements: string): Example {
  return statement('Allow', elements);
}

export function deny(elements: string): Example {
  return statement('Deny', elements);
}

function statement(effect: string, elements: string): Example {
  return {
    type: 'identity',
    text: `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", ${elements} } }`,
  };
}
