/** Rows as CSV (RFC 4180), safe to open in a spreadsheet: what it would take for a formula stands as text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[\s\p{Cf}]*[=+\-@]/u;

function cell(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  const harmless = formula.test(plain) ? `'${plain}` : plain;
  return /[",']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
