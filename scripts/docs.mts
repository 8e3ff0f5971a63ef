/**
 * Writes what the documentation takes from the code: docs/checks.md, and the tables between the markers of README.md.
 * With `--check` it writes nothing and fails when a file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { allChecks } from '../server/src/checks/allChecks.ts';
import type { Check, Example } from '../server/src/checks/check.ts';
import { policyTypeTitles } from '../server/src/policy/policyType.ts';
import { inRepository } from './repository.mts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
}

/** By path in the repository. */
export function writtenDocuments(): ReadonlyMap<string, string> {
  const manifest: Manifest = JSON.parse(read('package.json'));
  const readme = fill(
    fill(read('README.md'), 'settings', settingsTable(manifest)),
    'checks',
    checksSummary(),
  );
  return new Map([
    ['docs/checks.md', checksPage()],
    ['README.md', readme],
  ]);
}

function read(path: string): string {
  return readFileSync(inRepository(path), 'utf8');
}

/** Puts a text between `<!-- NAME -->` and `<!-- /NAME -->`. */
function fill(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(open), document.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${open} … ${close}.`);
  return `${document.slice(0, from + open.length)}\n${text}\n${document.slice(to)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function settingsTable({ contributes }: Manifest): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    setting.markdownDescription,
  ]);
  return table(['Setting', 'Default', 'What it does'], rows);
}

const severities = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'] as const;

function checksSummary(): string {
  const rows = severities.map((severity) => {
    const codes = byCode().filter((check) => check.severity === severity);
    return [
      severity,
      String(codes.length),
      codes
        .slice(0, 3)
        .map(({ code }) => `\`${code}\``)
        .join(', '),
    ];
  });
  return table(['Severity', 'Checks', 'Such as'], rows);
}

/** A code may be found by two checks, on different elements: it is documented once for each. */
function byCode(): readonly Check[] {
  return [...allChecks].sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0));
}

function checksPage(): string {
  const sections = severities.map((severity) => {
    const checks = byCode().filter((check) => check.severity === severity);
    return [`## ${severity}`, ...checks.map(checkSection)].join('\n\n');
  });
  return `${[
    '# Checks',
    'Generated from the checks by `npm run docs`. `«…»` marks what a finding marks. Codes without the prefix `RISK_` are those of AWS IAM Access Analyzer.',
    ...sections,
  ].join('\n\n')}\n`;
}

function checkSection({ code, types, what, why, fix, source, bad, good }: Check): string {
  return [
    `### ${code}`,
    `${what} ${why} ${fix}`,
    `*${types.map((type) => policyTypeTitles[type]).join(', ')}* · [source](${source})`,
    ...bad.slice(0, 1).map((example) => exampleText('Found', example)),
    ...good.slice(0, 1).map((example) => exampleText('Fine', example)),
  ].join('\n\n');
}

/** The examples stand indented in the checks: they lose what their lines have in common behind the first. */
function exampleText(title: string, { text }: Example): string {
  const [first = '', ...rest] = text.split('\n');
  const common = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)), 99);
  const lines = [first, ...rest.map((line) => `  ${line.slice(common)}`)].map((line) => line.trimEnd());
  const shown = lines.length > 30 || text.length > 3000 ? [`${text.slice(0, 400)} …`] : lines;
  return `${title}:\n\n\`\`\`text\n${shown.join('\n')}\n\`\`\``;
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  for (const [path, text] of writtenDocuments()) {
    if (read(path) === text) continue;
    if (check) {
      console.error(`${path} is not what the code says: run \`npm run docs\`.`);
      process.exitCode = 1;
    } else {
      writeFileSync(inRepository(path), text);
      console.log(`Wrote ${path}`);
    }
  }
}
