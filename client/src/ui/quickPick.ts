import {
  Disposable,
  type QuickInput,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { PickItem, PickItems, Prompted, Question, StepPlace } from './ui.ts';

interface Row<T> extends QuickPickItem {
  readonly item?: PickItem<T>;
}

/** Asks for one of the items. */
export function askPick<T>(items: PickItems<T>, question: Question, place?: StepPlace): Promise<Prompted<T>> {
  return ask(items, question, place, false, ([row]) => row?.item && { value: row.item.value });
}

/** Asks for any number of the items. */
export function askPickMany<T>(
  items: PickItems<T>,
  question: Question,
  place?: StepPlace,
): Promise<Prompted<readonly T[]>> {
  return ask(items, question, place, true, (rows) => ({
    value: rows.flatMap(({ item }) => (item === undefined ? [] : [item.value])),
  }));
}

/** Puts a question into its place: how far the wizard is, and the way back. */
export function putInPlace(input: QuickInput, title: string, place: StepPlace | undefined): void {
  input.title = title;
  input.ignoreFocusOut = true;
  if (place === undefined) return;
  input.step = place.step;
  input.totalSteps = place.steps;
}

/** `answerOf` gives undefined where what is chosen is no answer. */
async function ask<T, Answer>(
  items: PickItems<T>,
  { title, placeholder, matchAll }: Question,
  place: StepPlace | undefined,
  canPickMany: boolean,
  answerOf: (rows: readonly Row<T>[]) => { readonly value: Answer } | undefined,
): Promise<Prompted<Answer>> {
  const pick = window.createQuickPick<Row<T>>();
  putInPlace(pick, title, place);
  pick.placeholder = placeholder;
  pick.canSelectMany = canPickMany;
  pick.matchOnDescription = matchAll ?? false;
  pick.matchOnDetail = matchAll ?? false;
  if (place?.canGoBack) pick.buttons = [QuickInputButtons.Back];
  const listeners: Disposable[] = [pick];
  const prompted = new Promise<Prompted<Answer>>((settle, reject) => {
    listeners.push(
      pick.onDidAccept(() => {
        const chosen = answerOf(canPickMany ? pick.selectedItems : pick.activeItems);
        if (chosen !== undefined && !pick.busy) settle({ kind: 'answer', value: chosen.value });
      }),
      pick.onDidTriggerButton(() => settle({ kind: 'back' })),
      pick.onDidTriggerItemButton(({ item: { item } }) => void item?.button?.press().catch(reject)),
      pick.onDidHide(() => settle({ kind: 'dismissed' })),
    );
    fill(pick, items).catch(reject);
  });
  pick.show();
  try {
    return await prompted;
  } finally {
    Disposable.from(...listeners).dispose();
  }
}

async function fill<T>(pick: QuickPick<Row<T>>, items: PickItems<T>): Promise<void> {
  pick.busy = true;
  const rows = rowsOf(await items);
  pick.items = rows;
  const picked = rows.filter(({ item }) => item?.picked);
  if (pick.canSelectMany) pick.selectedItems = picked;
  else if (picked.length > 0) pick.activeItems = picked;
  pick.busy = false;
}

function rowsOf<T>(items: readonly PickItem<T>[]): Row<T>[] {
  let group: string | undefined;
  return items.flatMap((item) => {
    const begins = item.group !== undefined && item.group !== group;
    group = item.group ?? group;
    const heading = { label: item.group ?? '', kind: QuickPickItemKind.Separator };
    return begins ? [heading, rowOf(item)] : [rowOf(item)];
  });
}

function rowOf<T>(item: PickItem<T>): Row<T> {
  const { label, description, detail, icon, button } = item;
  return {
    label,
    item,
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
    ...(icon !== undefined && { iconPath: new ThemeIcon(icon) }),
    ...(button !== undefined && {
      buttons: [{ iconPath: new ThemeIcon(button.icon), tooltip: button.tooltip }],
    }),
  };
}
