import type { Ui } from '../ui/ui.ts';

/** A button and what it does. */
export interface Offer {
  readonly label: string;
  run(): Promise<unknown>;
}

/** Tells something with buttons, and does what the chosen one says. */
export async function offer(
  tell: (message: string, ...buttons: readonly string[]) => ReturnType<Ui['inform']>,
  message: string,
  offers: readonly Offer[],
): Promise<void> {
  const chosen = await tell(message, ...offers.map(({ label }) => label));
  await offers.find(({ label }) => label === chosen)?.run();
}
