import { sameDocument } from '../sameDocument.ts';

/** What is known when a live policy is to be saved; policies are JSON texts. */
export interface SaveFacts {
  /** What AWS had when the editor got its text. */
  readonly opened: string;
  /** What AWS has now; undefined where it is gone. */
  readonly live: string | undefined;
  readonly wanted: string;
  /** What AWS had when the user saw it beside what is wanted. */
  readonly compared: string | undefined;
}

export type SaveDecision =
  | 'write'
  /** AWS has it so already. */
  | 'nothing to do'
  | 'gone'
  /** Someone changed it since it was opened. */
  | 'conflict'
  /** The same, but the user has seen the change. */
  | 'seen conflict';

export function decideSave({ opened, live, wanted, compared }: SaveFacts): SaveDecision {
  if (live === undefined) return 'gone';
  if (sameDocument(live, wanted)) return 'nothing to do';
  if (sameDocument(live, opened)) return 'write';
  return compared !== undefined && sameDocument(live, compared) ? 'seen conflict' : 'conflict';
}

/** Milliseconds in which AWS may answer what was before; a longer time would hide what others change. */
const oldAnswers = 30_000;

/** A policy that was written from here. */
export interface Written {
  readonly document: string;
  /** What AWS had before. */
  readonly before: string;
  readonly at: Date;
}

/** What AWS has, when what it may still answer for a while after a change is left out. */
export function settledDocument(live: string, written: Written | undefined, now: Date): string {
  if (written === undefined || now.getTime() - written.at.getTime() > oldAnswers) return live;
  return sameDocument(live, written.before) ? written.document : live;
}
