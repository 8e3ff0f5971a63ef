import type { Action } from '../catalog/catalog.ts';

/**
 * Whether an action is used on resources that a statement may choose. One type that is not required is an extra,
 * such as the lexicon of polly:SynthesizeSpeech; several are choices.
 */
export function takesResource({ resourceTypes }: Action): boolean {
  return resourceTypes.length > 1 || resourceTypes.some(({ required }) => required);
}
