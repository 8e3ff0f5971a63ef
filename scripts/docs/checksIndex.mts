import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { sentence } from '../../server/src/pages/block.ts';
import { type CheckPage, checkPages, isOwn, whatOf } from '../../server/src/pages/checkPage.ts';
import { lineText } from '../../server/src/pages/markdown.ts';
import { type Fixability, fixabilityOf } from '../../server/src/pages/workedExample.ts';
import { policyTypes } from '../../server/src/policy/policyType.ts';
import type { Severity } from '../../server/src/protocol.ts';
import { markdownTable } from './markdownTable.mts';

/** What AWS means by each, worst first. */
const meanings: Readonly<Record<Severity, string>> = {
  ERROR: 'AWS refuses the policy, or a part of it can never work.',
  SECURITY_WARNING: 'The policy allows more than is safe.',
  WARNING: 'The policy works, but not as it should be written, or it holds a risk that you should know of.',
  SUGGESTION: 'The policy can be made better.',
};

const groupTitles: Readonly<Record<CheckPage['group'], string>> = {
  document: 'Document',
  statement: 'Statement',
  action: 'Action',
  resource: 'Resource',
  principal: 'Principal',
  condition: 'Condition',
  variable: 'Policy variables',
  trust: 'Trust policies',
  rcp: 'Resource control policies',
  service: 'Policies of single services',
  redundancy: 'What adds nothing',
  tags: 'Tags',
  size: 'Size',
  risk: 'Risks',
  settings: 'Settings file',
};

const fixWords: Readonly<Record<Fixability, string>> = { none: '', asked: 'yes', unasked: 'on save' };

/** How many codes there are, by severity, and those that are the project's own, for the README. */
export function checksSummary(): string {
  const pages = checkPages();
  const rows = Object.entries(meanings).map(([severity, meaning]) => [
    severity,
    meaning,
    String(pages.filter((page) => page.severity === severity).length),
  ]);
  const own = pages.filter(({ code }) => isOwn(code)).map(({ code }) => link(code, 'docs/checks/'));
  return [
    markdownTable(['Severity', 'What it means', 'Codes'], rows),
    `[Each code has a page](docs/checks/README.md), which opens from the finding. The codes are those of AWS IAM Access Analyzer, ${own.length} of this project’s own, and one that speaks of the settings file. The project’s own: ${own.join(', ')}.`,
  ].join('\n\n');
}

const introduction = `Generated from the checks by \`npm run docs\`.

Codes that begin with \`RISK_\` are this project's own, and one speaks of the settings file; all others are those of
[AWS IAM Access Analyzer](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html),
with the severity that it gives. *Fix* says which findings a quick fix can mend: “yes” when you ask for it, “on save”
also unasked, by \`source.fixAll.iamRoles\` or \`iam-roles check --fix\`, as far as the meaning surely stays.`;

/** The page that lists all pages, by element. */
export function checksIndex(catalog: Catalog): string {
  const pages = checkPages();
  const groups = Object.entries(groupTitles).map(([group, title]) => {
    const rows = pages
      .filter((page) => page.group === group)
      .map((page) => [
        link(page.code),
        lineText(sentence(whatOf(page))),
        page.severity,
        typesOf(page),
        fixWords[fixability(page, catalog)],
      ]);
    return `## ${title}\n\n${markdownTable(['Code', 'What it finds', 'Severity', 'In', 'Fix'], rows)}`;
  });
  return `${['# Checks', introduction, ...groups].join('\n\n')}\n`;
}

function fixability({ code, parts }: CheckPage, catalog: Catalog): Fixability {
  return fixabilityOf(
    code,
    parts.flatMap(({ bad }) => bad),
    catalog,
  );
}

function typesOf({ types }: CheckPage): string {
  return types.length === policyTypes.length ? 'every policy' : types.join(', ');
}

function link(code: string, folder = ''): string {
  return `[\`${code}\`](${folder}${code}.md)`;
}
