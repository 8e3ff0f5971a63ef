import type { InputQuestion, PickItems, Prompted, Prompter, Question, StepPlace } from './ui.ts';

/** A row of questions as data. `Answers` is the whole draft; what is not answered yet has a default in it. */
export interface WizardQuestion<Answers> {
  /** Questions in a row that have this in common are one step of the wizard. */
  readonly step: string;
  /** Whether the answers so far make the question meaningful; always, when it is missing. */
  applies?(answers: Answers): boolean;
  /** Gives the draft with the answer in it. The answer there already, from before a Back, is what the question shows. */
  ask(answers: Answers, prompter: StepPrompter): Promise<Outcome<Answers>>;
}

export type Outcome<Answers> =
  | Prompted<Answers>
  /** Nothing had to be asked, so that Back does not lead here. */
  | { readonly kind: 'passed'; readonly value: Answers }
  /** To be asked once more, with these answers. */
  | { readonly kind: 'again'; readonly value: Answers };

/** A prompter that knows its place. */
export interface StepPrompter {
  readonly place: StepPlace;
  pick<T>(items: PickItems<T>, question: Question): Promise<Prompted<T>>;
  pickMany<T>(items: PickItems<T>, question: Question): Promise<Prompted<readonly T[]>>;
  input(question: InputQuestion): Promise<Prompted<string>>;
}

interface WizardState<Answers> {
  readonly answers: Answers;
  /** Index of the question at hand; their number when all are answered. */
  readonly at: number;
  /** Indexes of those asked before, in order: where Back leads. */
  readonly asked: readonly number[];
}

type Questions<Answers> = readonly WizardQuestion<Answers>[];

function beginWizard<Answers>(questions: Questions<Answers>, answers: Answers): WizardState<Answers> {
  return { answers, at: nextOf(questions, answers, 0), asked: [] };
}

/** What follows from an outcome; undefined when the user gave up. Going back keeps the answers given meanwhile. */
function afterOutcome<Answers>(
  questions: Questions<Answers>,
  { answers, at, asked }: WizardState<Answers>,
  outcome: Outcome<Answers>,
): WizardState<Answers> | undefined {
  switch (outcome.kind) {
    case 'dismissed':
      return undefined;
    case 'back':
      return { answers, at: asked.at(-1) ?? at, asked: asked.slice(0, -1) };
    case 'again':
      return { answers: outcome.value, at, asked };
    case 'passed':
      return { answers: outcome.value, at: nextOf(questions, outcome.value, at + 1), asked };
    case 'answer':
      return {
        answers: outcome.value,
        at: nextOf(questions, outcome.value, at + 1),
        asked: [...asked, at],
      };
  }
}

/** Counts the steps that the answers so far make meaningful. */
function placeOf<Answers>(
  questions: Questions<Answers>,
  { answers, at, asked }: WizardState<Answers>,
): StepPlace {
  const steps = (list: Questions<Answers>) => new Set(list.map(({ step }) => step));
  const meaningful = questions.filter((one, index) => index === at || applies(one, answers));
  const current = questions[at];
  return {
    step: current === undefined ? 0 : [...steps(meaningful)].indexOf(current.step) + 1,
    steps: steps(meaningful).size,
    canGoBack: asked.length > 0,
  };
}

/** Asks until all is answered; undefined when the user gives up. */
export async function runWizard<Answers>(
  questions: Questions<Answers>,
  answers: Answers,
  prompter: Prompter,
): Promise<Answers | undefined> {
  let state: WizardState<Answers> | undefined = beginWizard(questions, answers);
  while (state !== undefined) {
    const question: WizardQuestion<Answers> | undefined = questions[state.at];
    if (question === undefined) return state.answers;
    const outcome: Outcome<Answers> = await question.ask(
      state.answers,
      inPlace(prompter, placeOf(questions, state)),
    );
    state = afterOutcome(questions, state, outcome);
  }
  return undefined;
}

/** The answer put into something larger. */
export function answered<T, Whole>(prompted: Prompted<T>, put: (value: T) => Whole): Prompted<Whole> {
  return prompted.kind === 'answer' ? { kind: 'answer', value: put(prompted.value) } : prompted;
}

function nextOf<Answers>(questions: Questions<Answers>, answers: Answers, from: number): number {
  const next = questions.findIndex((one, index) => index >= from && applies(one, answers));
  return next < 0 ? questions.length : next;
}

function applies<Answers>(question: WizardQuestion<Answers>, answers: Answers): boolean {
  return question.applies?.(answers) ?? true;
}

function inPlace(prompter: Prompter, place: StepPlace): StepPrompter {
  return {
    place,
    pick: (items, question) => prompter.pick(items, question, place),
    pickMany: (items, question) => prompter.pickMany(items, question, place),
    input: (question) => prompter.input(question, place),
  };
}
