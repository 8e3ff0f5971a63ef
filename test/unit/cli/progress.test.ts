import { expect, test } from 'vitest';
import { createProgress } from '../../../server/src/cli/progress.ts';

function watched(columns: number) {
  const written: string[] = [];
  let time = 5000;
  const progress = createProgress(
    (text) => written.push(text),
    columns,
    () => time,
  );
  const read = (at: number, path: string) => {
    time = 5000 + at;
    progress.read(path);
  };
  return { written, read, end: progress.end };
}

test('a short run needs no line', () => {
  const { written, read, end } = watched(80);
  read(10, 'a.json');
  read(999, 'b.json');
  end();
  expect(written).toEqual([]);
});

test('a long run has one, now and then, that goes in the end', () => {
  const { written, read, end } = watched(80);
  read(500, 'a.json');
  read(1000, 'b.json');
  read(1050, 'c.json');
  read(1100, 'd.json');
  end();
  const clear = '\r\u001b[K';
  expect(written).toEqual([`${clear}Checked 2: b.json`, `${clear}Checked 4: d.json`, clear]);
});

test('a line stays within the terminal', () => {
  const { written, read } = watched(30);
  read(2000, 'x'.repeat(100));
  expect(written).toEqual([`\r\u001b[KChecked 1: ${'x'.repeat(18)}`]);
});
