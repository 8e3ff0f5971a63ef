import type { Ui } from '../ui/ui.ts';

/** Asks for the six digits that an MFA device shows; undefined when the user gives up. */
export function askMfaCode(
  ui: Pick<Ui, 'input'>,
  serialNumber: string,
  problem?: string,
): Promise<string | undefined> {
  const ask = `The code that the MFA device ${serialNumber} shows now`;
  return ui.input({
    title: 'Multi-Factor Authentication',
    prompt: problem === undefined ? ask : `${problem} ${ask}`,
    placeholder: '6 digits',
    validate: (text) => (/^\d{6}$/.test(text.trim()) ? undefined : 'A code has 6 digits.'),
  });
}
