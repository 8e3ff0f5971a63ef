import { Disposable, InputBoxValidationSeverity, QuickInputButtons, window } from 'vscode';
import { latestCheck, type Severe } from './latestCheck.ts';
import { putInPlace } from './quickPick.ts';
import type { InputQuestion, Prompted, StepPlace } from './ui.ts';

const severities: Readonly<Record<Severe['severity'], InputBoxValidationSeverity>> = {
  error: InputBoxValidationSeverity.Error,
  warning: InputBoxValidationSeverity.Warning,
  information: InputBoxValidationSeverity.Info,
};

/** Asks for a text, which is checked while it is typed and once more when it is accepted. */
export async function askInput(question: InputQuestion, place?: StepPlace): Promise<Prompted<string>> {
  const { title, prompt, value, placeholder, secret, validate } = question;
  const input = window.createInputBox();
  putInPlace(input, title, place);
  input.prompt = prompt;
  input.value = value ?? '';
  input.placeholder = placeholder;
  input.password = secret ?? false;
  if (place?.canGoBack) input.buttons = [QuickInputButtons.Back];
  const check = latestCheck(validate, {
    show(complaint) {
      input.validationMessage = complaint && {
        message: complaint.message,
        severity: severities[complaint.severity],
      };
    },
    busy(isBusy) {
      input.busy = isBusy;
    },
  });
  const listeners: Disposable[] = [input, check];
  const prompted = new Promise<Prompted<string>>((settle) => {
    listeners.push(
      input.onDidChangeValue(check.changed),
      input.onDidAccept(async () => {
        const text = input.value;
        if (await check.accepts(text)) settle({ kind: 'answer', value: text });
      }),
      input.onDidTriggerButton(() => settle({ kind: 'back' })),
      input.onDidHide(() => settle({ kind: 'dismissed' })),
    );
  });
  input.show();
  if (input.value !== '') check.changed(input.value);
  try {
    return await prompted;
  } finally {
    Disposable.from(...listeners).dispose();
  }
}
