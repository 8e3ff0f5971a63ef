import { strict as assert } from 'node:assert';
import type {
  InputQuestion,
  PickItem,
  PickItems,
  Prompted,
  Question,
  ShownDocument,
  StepPlace,
  Ui,
} from '../client/src/ui/ui.ts';

/** What a person does next: picks by label, types, presses a button of a message, goes back or gives up. */
export type Reply =
  | { readonly pick: string }
  | { readonly pickMany: readonly string[] }
  | { readonly type: string }
  | { readonly press: string }
  | 'back'
  | 'escape';

/** What the editor was asked to do, in words. */
export interface ScriptedUi {
  readonly ui: Ui;
  /** Titles of questions and messages, with the place of the former. */
  readonly log: readonly string[];
  /** What stood in each input before it was typed in, and what was complained of. */
  readonly inputs: readonly {
    readonly prompt: string;
    readonly value: string;
    readonly complaint?: string;
  }[];
  readonly lists: readonly (readonly PickItem<unknown>[])[];
  readonly shown: readonly ShownDocument[];
  readonly opened: readonly string[];
  readonly edited: readonly string[];
  readonly copied: readonly string[];
  readonly saved: readonly { readonly name: string; readonly text: string }[];
  readonly left: readonly Reply[];
  /** Ends the work that is under way when its progress says this. */
  cancelWhen(message: RegExp): void;
}

/** A person at the editor's port: replies in order, and fails the test where a question fits no reply. */
export function scriptedUi(...replies: readonly Reply[]): ScriptedUi {
  const left = [...replies];
  const [log, shown, opened, edited, copied] = [[], [], [], [], []] as [
    string[],
    ShownDocument[],
    string[],
    string[],
    string[],
  ];
  const saved: { name: string; text: string }[] = [];
  const inputs: { prompt: string; value: string; complaint?: string }[] = [];
  const lists: (readonly PickItem<unknown>[])[] = [];
  let cancelling: RegExp | undefined;

  const next = (asked: string): Reply => {
    const reply = left.shift();
    assert.ok(reply !== undefined, `no reply is left to: ${asked}`);
    return reply;
  };
  const ended = (reply: Reply): Prompted<never> | undefined => {
    if (reply === 'back') return { kind: 'back' };
    return reply === 'escape' ? { kind: 'dismissed' } : undefined;
  };
  const note = (title: string, place?: StepPlace) =>
    log.push(place === undefined ? title : `${title} ${place.step}/${place.steps}`);

  async function ask<T, Answer>(
    items: PickItems<T>,
    { title, placeholder }: Question,
    place: StepPlace | undefined,
    choose: (reply: Reply, list: readonly PickItem<T>[]) => Answer,
  ): Promise<Prompted<Answer>> {
    const list = await items;
    note(title, place);
    lists.push(list);
    const reply = next(`${title}: ${placeholder}`);
    return ended(reply) ?? { kind: 'answer', value: choose(reply, list) };
  }
  const labelled = <T>(list: readonly PickItem<T>[], label: string): T => {
    const item = list.find((one) => `${one.label} ${one.description ?? ''}`.includes(label));
    assert.ok(
      item,
      `"${label}" is not among ${list
        .map((one) => one.label)
        .slice(0, 30)
        .join(', ')}`,
    );
    return item.value;
  };
  const pick = <T>(items: PickItems<T>, question: Question, place?: StepPlace) =>
    ask(items, question, place, (reply, list) => {
      assert.ok(
        typeof reply === 'object' && 'pick' in reply,
        `${question.title} got ${JSON.stringify(reply)}`,
      );
      return labelled(list, reply.pick);
    });
  const pickMany = <T>(items: PickItems<T>, question: Question, place?: StepPlace) =>
    ask(items, question, place, (reply, list) => {
      assert.ok(
        typeof reply === 'object' && 'pickMany' in reply,
        `${question.title} got ${JSON.stringify(reply)}`,
      );
      return reply.pickMany.map((label) => labelled(list, label));
    });
  const input = async (question: InputQuestion, place?: StepPlace): Promise<Prompted<string>> => {
    note(question.title, place);
    let value = question.value ?? '';
    for (;;) {
      const reply = next(question.prompt);
      const end = ended(reply);
      if (end !== undefined) return end;
      assert.ok(
        typeof reply === 'object' && 'type' in reply,
        `${question.prompt} got ${JSON.stringify(reply)}`,
      );
      const complaint = await question.validate?.(reply.type);
      const message = typeof complaint === 'string' ? complaint : complaint?.message;
      inputs.push({ prompt: question.prompt, value, ...(message !== undefined && { complaint: message }) });
      value = reply.type;
      const isError = typeof complaint === 'string' || complaint?.severity === 'error';
      if (!isError) return { kind: 'answer', value };
    }
  };
  const tell =
    (kind: string) =>
    async (message: string, ...buttons: readonly string[]): Promise<string | undefined> => {
      log.push(`${kind}: ${message}${buttons.length === 0 ? '' : ` [${buttons.join('] [')}]`}`);
      const [reply] = left;
      if (buttons.length === 0 || typeof reply !== 'object' || !('press' in reply)) return undefined;
      if (!buttons.includes(reply.press)) return undefined;
      left.shift();
      return reply.press;
    };
  const answer = <T>(prompted: Prompted<T>) => (prompted.kind === 'answer' ? prompted.value : undefined);

  const ui: Ui = {
    prompter: { pick, pickMany, input },
    pick: async (items, question) => answer(await pick(items, question)),
    pickMany: async (items, question) => answer(await pickMany(items, question)),
    input: async (question) => answer(await input(question)),
    async confirm({ message, detail, buttons }) {
      log.push(`confirm: ${message}\n${detail} [${buttons.join('] [')}]`);
      const reply = next(message);
      if (reply === 'escape') return undefined;
      assert.ok(typeof reply === 'object' && 'press' in reply, `${message} got ${JSON.stringify(reply)}`);
      assert.ok(buttons.includes(reply.press), `${reply.press} is not among ${buttons.join(', ')}`);
      return reply.press;
    },
    inform: tell('inform'),
    warn: tell('warn'),
    fail: tell('fail'),
    async progress(title, work) {
      log.push(`progress: ${title}`);
      const controller = new AbortController();
      return work(({ message = '' }) => {
        if (cancelling?.test(message)) controller.abort();
      }, controller.signal);
    },
    show: async (document) => void shown.push(document),
    async open(uri, range) {
      const at = range === undefined ? '' : `:${range.start.line + 1}:${range.start.character + 1}`;
      opened.push(uri + at);
    },
    edit: async ({ text }) => void edited.push(text),
    async save(file) {
      saved.push(file);
      return true;
    },
    async diff({ title }) {
      log.push(`diff: ${title}`);
      return { close: async () => void log.push(`close: ${title}`) };
    },
    threeWay: async ({ title }) => void log.push(`three ways: ${title}`),
    copy: async (text) => void copied.push(text),
    async openExternal(url) {
      opened.push(url);
      return true;
    },
  };
  return {
    ui,
    log,
    inputs,
    lists,
    shown,
    opened,
    edited,
    copied,
    saved,
    left,
    cancelWhen(message) {
      cancelling = message;
    },
  };
}
