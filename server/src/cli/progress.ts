/** Milliseconds of a run that needs no line yet, and between two changes of the line. */
const patience = 1000;
const pause = 100;

/** A line for the one who watches a long run. */
export interface Progress {
  read(path: string): void;
  /** Takes the line away, before anything else is written. */
  end(): void;
}

/** `write` goes to a terminal of so many columns, `now` gives milliseconds. */
export function createProgress(write: (text: string) => void, columns: number, now: () => number): Progress {
  let next = now() + patience;
  let files = 0;
  let shown = false;
  return {
    read(path) {
      files++;
      if (now() < next) return;
      next = now() + pause;
      shown = true;
      write(`\r\u001b[K${`Checked ${files}: ${path}`.slice(0, Math.max(20, columns - 1))}`);
    },
    end() {
      if (shown) write('\r\u001b[K');
    },
  };
}
