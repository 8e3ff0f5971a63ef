import type { Page } from 'playwright-core';

/** A picture of the README. */
export interface Scene {
  /** Of the picture, without `.png`. */
  readonly name: string;
  readonly theme: 'light' | 'dark' | 'highContrast';
  /** In examples/; open when the steps begin. */
  readonly file: string;
  /** What the file holds, when it is not as it is in examples/. */
  readonly text?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  steps(page: Page): Promise<void>;
}
