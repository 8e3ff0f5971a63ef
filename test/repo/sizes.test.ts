import { expect, it } from 'vitest';
import { sourceFiles, textOf } from './projectFiles.ts';

const sizes = sourceFiles().map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }));

it('no file written by hand has more than 400 lines', () => {
  expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
});

it('the median file of client and server has fewer than 100 lines', () => {
  const lines = sizes
    .filter(({ path }) => /^(client|server)\/src\//.test(path))
    .map((file) => file.lines)
    .sort((one, other) => one - other);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(100);
});
