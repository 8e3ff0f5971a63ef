import type { LineRange } from '../../../server/src/protocol.ts';

/**
 * What commands ask of the editor: the port between them and VS Code, so that a command is tested without it. A
 * question that is dismissed answers undefined.
 */
export interface Ui {
  /** The questions of a wizard. */
  readonly prompter: Prompter;
  pick<T>(items: PickItems<T>, question: Question): Promise<T | undefined>;
  pickMany<T>(items: PickItems<T>, question: Question): Promise<readonly T[] | undefined>;
  input(question: InputQuestion): Promise<string | undefined>;
  /** A modal question; answers the chosen button's text. */
  confirm(question: Confirmation): Promise<string | undefined>;
  /** Shows a notification; answers the chosen button's text. */
  inform(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
  warn(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
  fail(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
  /** A notification that can be cancelled, for as long as the work takes. */
  progress<T>(title: string, work: (report: Report, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** A read-only document beside the editor; Markdown is shown rendered. */
  show(document: ShownDocument): Promise<void>;
  /** A document by its URI, with the range selected and in view. */
  open(uri: string, range?: LineRange): Promise<void>;
  /** An unsaved document to go on with. */
  edit(document: { readonly language: string; readonly text: string }): Promise<void>;
  /** A file of this name, in a folder that the user chooses; false when there is none after all. */
  save(file: { readonly name: string; readonly text: string }): Promise<boolean>;
  /** Two texts side by side; the right one may be a document by its URI, to be gone on with. */
  diff(comparison: {
    readonly title: string;
    readonly left: string;
    readonly right: string | { readonly uri: string };
    readonly language: string;
  }): Promise<ShownDiff>;
  /** A document that was changed in two places: what changed there, and then the document to be gone on with, in one view. */
  threeWay(comparison: {
    readonly title: string;
    readonly language: string;
    /** What both changed. */
    readonly base: string;
    readonly theirs: string;
    /** Of the document. */
    readonly uri: string;
  }): Promise<void>;
  copy(text: string): Promise<void>;
  openExternal(url: string): Promise<boolean>;
}

/** Two texts that are shown side by side. */
export interface ShownDiff {
  /** Unless the user did so. */
  close(): Promise<void>;
}

export type Report = (progress: {
  readonly message?: string /** Percent of the whole. */;
  readonly increment?: number;
}) => void;

/** The same questions in a row of others. */
export interface Prompter {
  pick<T>(items: PickItems<T>, question: Question, place: StepPlace): Promise<Prompted<T>>;
  pickMany<T>(items: PickItems<T>, question: Question, place: StepPlace): Promise<Prompted<readonly T[]>>;
  input(question: InputQuestion, place: StepPlace): Promise<Prompted<string>>;
}

/** Where a question stands among others. */
export interface StepPlace {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly canGoBack: boolean;
}

export type Prompted<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'dismissed' };

/** Those that come later are waited for with the list open. */
export type PickItems<T> = readonly PickItem<T>[] | Promise<readonly PickItem<T>[]>;

export interface PickItem<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Name of a product icon, without `$()`. */
  readonly icon?: string;
  readonly picked?: boolean;
  /** Begins a group with this heading. */
  readonly group?: string;
  /** Shown at the end of the row; the list stays open. */
  readonly button?: { readonly icon: string; readonly tooltip: string; press(): Promise<void> };
  readonly value: T;
}

export interface Question {
  readonly title: string;
  readonly placeholder: string;
  /** Also search descriptions and details. */
  readonly matchAll?: boolean;
}

export interface InputQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Nothing of it is shown. */
  readonly secret?: boolean;
  /** Undefined when it is fine, else what is wrong and what to do; a text alone is an error. */
  validate?(text: string): Complaint | Promise<Complaint>;
}

/** Nothing but an error keeps the text from being accepted. */
export type Complaint =
  | string
  | { readonly severity: 'error' | 'warning' | 'information'; readonly message: string }
  | undefined;

export interface Confirmation {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly [string, ...string[]];
}

export interface ShownDocument {
  readonly title: string;
  readonly language: 'markdown' | 'json' | 'shellscript' | 'yaml' | 'terraform' | 'typescript' | 'plaintext';
  readonly text: string;
}
