import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { allChecks } from '../../server/src/checks/allChecks.ts';
import type { Check, Example } from '../../server/src/checks/check.ts';
import { checkFile } from '../../server/src/checks/checkPolicy.ts';
import { policyTypes, policyTypeTitles } from '../../server/src/policy/policyType.ts';
import { readDocument } from '../../server/src/policy/readDocument.ts';
import { markdownTable } from './markdownTable.mts';

const severities = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'] as const;

/** A code with its checks: two may find the same on different elements. */
interface Code {
  readonly code: string;
  readonly checks: readonly [Check, ...Check[]];
}

function codesOf(severity: Check['severity']): readonly Code[] {
  const byCode = new Map<string, Code>();
  for (const check of allChecks.filter((one) => one.severity === severity)) {
    const { code } = check;
    const known = byCode.get(code);
    byCode.set(code, { code, checks: known === undefined ? [check] : [...known.checks, check] });
  }
  return [...byCode.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** What AWS means by each. */
const meanings: Readonly<Record<Check['severity'], string>> = {
  ERROR: 'AWS refuses the policy, or a part of it can never work.',
  SECURITY_WARNING: 'The policy allows more than is safe.',
  WARNING: 'The policy works, but not as it should be written, or it holds a risk that you should know of.',
  SUGGESTION: 'The policy can be made better.',
};

/** How many codes there are, by severity, and those that are the project's own. */
export function checksSummary(): string {
  const rows = severities
    .map((severity) => ({ severity, codes: codesOf(severity) }))
    .filter(({ codes }) => codes.length > 0)
    .map(({ severity, codes }) => [
      `[${severity}](docs/checks.md#${severity.toLowerCase()})`,
      meanings[severity],
      String(codes.length),
    ]);
  const own = severities
    .flatMap(codesOf)
    .filter(({ code }) => isOwn(code))
    .map(({ code }) => link(code, 'docs/checks.md'));
  const table = markdownTable(['Severity', 'What it means', 'Codes'], rows);
  return `${table}\n\nThe codes are those of AWS IAM Access Analyzer, and ${own.length} of this project’s own: ${own.join(', ')}.`;
}

function isOwn(code: string): boolean {
  return code.startsWith('RISK_');
}

function link(code: string, page = ''): string {
  return `[\`${code}\`](${page}#${code.toLowerCase()})`;
}

const introduction = `Generated from the checks by \`npm run docs\`.

Codes that begin with \`RISK_\` are this project's own; all others are those of
[AWS IAM Access Analyzer](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html),
with the severity that it gives. In each example, \`«…»\` stands around what the finding marks, and the message below
it is the one you would read.`;

/** The page of all checks, each with its first examples and the message that the first bad one gives. */
export function checksPage(catalog: Catalog): string {
  const used = severities.filter((severity) => codesOf(severity).length > 0);
  const sections = used.map((severity) => {
    const codes = codesOf(severity);
    const index = markdownTable(
      ['Code', 'What it finds', 'In'],
      codes.map(({ code, checks }) => [
        link(code),
        checks.map(({ what }) => what).join(' '),
        typesOf(checks),
      ]),
    );
    return [`## ${severity}`, index, ...codes.map((code) => codeSection(code, catalog))].join('\n\n');
  });
  return `${['# Checks', introduction, ...sections].join('\n\n')}\n`;
}

/** The policy types of several checks, in one order. */
function typesOf(checks: readonly Check[]): string {
  const types = policyTypes.filter((type) => checks.some((check) => check.types.includes(type)));
  return types.length === policyTypes.length ? 'every policy' : types.join(', ');
}

function codeSection({ code, checks }: Code, catalog: Catalog): string {
  return [`### ${code}`, ...checks.flatMap((check) => checkParagraphs(check, catalog))].join('\n\n');
}

function checkParagraphs(check: Check, catalog: Catalog): readonly string[] {
  const { what, why, fix, types, source, bad, good } = check;
  const titles = types.map((type) => policyTypeTitles[type].toLowerCase()).join(', ');
  return [
    `${what} ${why} ${fix}`,
    `Applies to: ${types.length === policyTypes.length ? 'every policy type' : titles}. [Where this is from](${source}).`,
    ...bad
      .slice(0, 1)
      .map((example) => `Found:\n\n${block(example)}\n\n${messages(check, example, catalog)}`),
    ...good.slice(0, 1).map((example) => `Fine:\n\n${block(example)}`),
  ];
}

/** What an example gives, each message once. */
function messages({ code }: Check, { type, owner, text }: Example, catalog: Catalog): string {
  const chosen = owner === undefined ? { type } : { type, owner };
  const file = readDocument(text.replaceAll(/[«»]/g, ''), { chosen });
  const found = checkFile(file, catalog, {
    trustedAccounts: ['111122223333'],
    organizationIds: ['o-exampleorg1'],
  });
  const said = new Set(found.filter((finding) => finding.code === code).map(({ message }) => message));
  return [...said].map((message) => `> ${escaped(message)}`).join('\n>\n');
}

/** Keeps the characters that ARNs and wildcards have from being taken as Markdown. */
function escaped(message: string): string {
  return message.replaceAll(/[*_<>[\]`\\]/g, '\\$&');
}

/** Examples stand indented in the code: they lose what their lines have in common behind the first. */
function block({ text }: Example): string {
  const [first = '', ...rest] = text.split('\n');
  const common = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const lines = [first, ...rest.map((line) => `  ${line.slice(common)}`)].map((line) => line.trimEnd());
  const isLong = lines.length > 30 || text.length > 3000;
  return `\`\`\`text\n${isLong ? `${text.slice(0, 400)} …` : lines.join('\n')}\n\`\`\``;
}
