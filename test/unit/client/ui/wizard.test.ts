import { describe, expect, test } from 'vitest';
import type { Prompted, Prompter, StepPlace } from '../../../../client/src/ui/ui.ts';
import { answered, runWizard, type WizardQuestion } from '../../../../client/src/ui/wizard.ts';

interface Draft {
  readonly name: string;
  readonly kind: string;
  readonly size: string;
  readonly colour: string;
}

const draft: Draft = { name: '', kind: '', size: 'S', colour: 'red' };

function input(step: string, key: keyof Draft, applies?: (answers: Draft) => boolean): WizardQuestion<Draft> {
  return {
    step,
    ...(applies && { applies }),
    ask: async (answers, prompter) =>
      answered(await prompter.input({ title: key, prompt: '', value: answers[key] }), (value) => ({
        ...answers,
        [key]: value,
      })),
  };
}

const questions = [
  input('Name', 'name'),
  input('Kind', 'kind'),
  input('Kind', 'size', ({ kind }) => kind === 'box'),
  input('Colour', 'colour', ({ kind }) => kind !== 'plain'),
];

const back: Prompted<never> = { kind: 'back' };
const dismissed: Prompted<never> = { kind: 'dismissed' };

/** Answers in turn, and what was asked: which, what stood there already, and where it was. */
function script(...answers: readonly (string | Prompted<string>)[]) {
  const asked: { title: string; value: string | undefined; place: StepPlace }[] = [];
  const left = [...answers];
  const unused = () => Promise.reject(new Error('nobody picks here'));
  const prompter: Prompter = {
    pick: unused,
    pickMany: unused,
    async input({ title, value }, place) {
      asked.push({ title, value, place });
      const next = left.shift();
      if (next === undefined) throw new Error(`nothing to answer to ${title}`);
      return typeof next === 'string' ? { kind: 'answer', value: next } : next;
    },
  };
  return { prompter, asked, left };
}

const places = (asked: readonly { title: string; place: StepPlace }[]) =>
  asked.map(({ title, place }) => `${title} ${place.step}/${place.steps}`);

describe('a wizard', () => {
  test('asks in order what its answers make meaningful', async () => {
    const { prompter, asked } = script('n', 'plain');
    expect(await runWizard(questions, draft, prompter)).toEqual({ ...draft, name: 'n', kind: 'plain' });
    expect(places(asked)).toEqual(['name 1/3', 'kind 2/3']);
  });

  test('counts questions of one step once', async () => {
    const { prompter, asked } = script('n', 'box', 'XL', 'blue');
    expect(await runWizard(questions, draft, prompter)).toEqual({
      name: 'n',
      kind: 'box',
      size: 'XL',
      colour: 'blue',
    });
    expect(places(asked)).toEqual(['name 1/3', 'kind 2/3', 'size 2/3', 'colour 3/3']);
  });

  test('goes back over what was asked, with the answers kept', async () => {
    const { prompter, asked } = script('n', 'box', 'XL', back, back, 'ball', 'blue');
    expect(await runWizard(questions, draft, prompter)).toEqual({
      name: 'n',
      kind: 'ball',
      size: 'XL',
      colour: 'blue',
    });
    expect(asked.map(({ title, value }) => [title, value])).toEqual([
      ['name', ''],
      ['kind', ''],
      ['size', 'S'],
      ['colour', 'red'],
      ['size', 'XL'],
      ['kind', 'box'],
      ['colour', 'red'],
    ]);
  });

  test('has no way back from its first question', async () => {
    const { prompter, asked } = script('n', back, back, 'm', 'plain');
    expect(await runWizard(questions, draft, prompter)).toMatchObject({ name: 'm' });
    expect(asked.map(({ title, place }) => [title, place.canGoBack])).toEqual([
      ['name', false],
      ['kind', true],
      ['name', false],
      ['name', false],
      ['kind', true],
    ]);
  });

  test('does not stop on its way back where nothing was asked', async () => {
    const passing: WizardQuestion<Draft> = {
      step: 'Name',
      ask: async (answers) => ({ kind: 'passed', value: { ...answers, colour: 'green' } }),
    };
    const { prompter, asked } = script('n', back, 'm', 'plain');
    const [name, ...others] = questions;
    const all = name === undefined ? [] : [name, passing, ...others];
    expect(await runWizard(all, draft, prompter)).toEqual({
      ...draft,
      name: 'm',
      kind: 'plain',
      colour: 'green',
    });
    expect(places(asked)).toEqual(['name 1/3', 'kind 2/3', 'name 1/3', 'kind 2/3']);
  });

  test('asks again as often as a question wants, and keeps what it got on the way back', async () => {
    const menu: WizardQuestion<Draft> = {
      step: 'Size',
      async ask(answers, prompter) {
        const prompted = answered(
          await prompter.input({ title: 'size', prompt: '', value: answers.size }),
          (size) => ({ ...answers, size }),
        );
        return prompted.kind === 'answer' && prompted.value.size !== 'done'
          ? { kind: 'again', value: prompted.value }
          : prompted;
      },
    };
    const { prompter, asked } = script('n', 'M', 'L', back, 'm', 'done');
    const [name] = questions;
    await runWizard(name === undefined ? [] : [name, menu], draft, prompter);
    expect(asked.map(({ title, value }) => [title, value])).toEqual([
      ['name', ''],
      ['size', 'S'],
      ['size', 'M'],
      ['size', 'L'],
      ['name', 'n'],
      ['size', 'L'],
    ]);
  });

  test('ends without answers when one question is dismissed', async () => {
    const { prompter, left } = script('n', dismissed, 'never');
    expect(await runWizard(questions, draft, prompter)).toBeUndefined();
    expect(left).toEqual(['never']);
  });

  test('asks nothing where nothing is meaningful', async () => {
    const { prompter } = script();
    const never = questions.map((one) => ({ ...one, applies: () => false }));
    expect(await runWizard(never, draft, prompter)).toEqual(draft);
  });
});
