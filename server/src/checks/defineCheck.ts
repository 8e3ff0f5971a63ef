import type { CheckContext, CheckDescription, CheckedElements } from './check.ts';

export interface CheckOf<Name extends keyof CheckedElements> extends CheckDescription {
  readonly element: Name;
  readonly check: (element: CheckedElements[Name], context: CheckContext) => void;
}

/** Ties a check's function to the element it names; gives the check back as it is. */
export function defineCheck<Name extends keyof CheckedElements>(check: CheckOf<Name>): CheckOf<Name> {
  return check;
}
