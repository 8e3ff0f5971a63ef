import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the browser the environment variable CHROMIUM names, or of an installed one. Throws when there is none. */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  const found = named === undefined ? places.find((place) => existsSync(place)) : named;
  if (found !== undefined && existsSync(found)) return found;
  throw new Error(
    named === undefined
      ? 'No Chromium is installed, which VS Code from the npm registry needs. Install it (Debian: apt-get install chromium) or name one in the environment variable CHROMIUM.'
      : `The environment variable CHROMIUM names ${named}, which does not exist.`,
  );
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
