import { readFileSync } from 'node:fs';

/** A file of the project's own data under `data/`, by its name without the ending. */
export function readData<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'));
}
