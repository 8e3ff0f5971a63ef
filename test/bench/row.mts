/** A line of the table: what was measured, in `unit`, and what it is held against. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'KB' | 'MB';
  /** Undefined where it could not be measured; `note` then says why. */
  readonly figure: number | undefined;
  /** The same of what this project is compared with. */
  readonly peer?: number | undefined;
  /** An upper limit; `peer` where the peer's figure is the limit; undefined for a figure without one. */
  readonly budget: number | 'peer' | undefined;
  readonly note?: string;
}

const titles = ['what', 'budget', 'figure', 'peer', 'of peer', 'verdict'];

/** The rows as a table of aligned columns. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [titles, ...rows.map(cellsOf)];
  const widths = titles.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === titles.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}

function cellsOf(row: Row): readonly string[] {
  const { what, unit, figure, peer, budget, note } = row;
  const amount = (value: number | undefined) =>
    value === undefined ? '–' : `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
  const ratio = figure === undefined || peer === undefined ? '–' : `${(figure / peer).toFixed(2)} ×`;
  const limit = budget === 'peer' ? 'the peer’s' : amount(budget);
  return [what, limit, amount(figure), amount(peer), ratio, note ?? verdict(row)];
}

function verdict({ figure, peer, budget }: Row): string {
  const limit = budget === 'peer' ? peer : budget;
  if (figure === undefined || limit === undefined) return '';
  return figure <= limit ? 'ok' : 'MISSED';
}
