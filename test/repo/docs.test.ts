import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { superfluousDocuments, writtenDocuments } from '../../scripts/docs.mts';
import { inRepository } from '../../scripts/repository.mts';
import { knownCodes } from '../../server/src/checks/knownCodes.ts';
import * as protocol from '../../server/src/protocol.ts';
import { codeIn, tableUnder } from './markdownTable.ts';
import { projectFiles, textOf } from './projectFiles.ts';

const pages = projectFiles().filter((path) => path.endsWith('.md'));

interface Link {
  readonly page: string;
  readonly target: string;
  readonly isImage: boolean;
  readonly text: string;
}

/** Links and images of a page, those in code left out. */
function linksOf(page: string): readonly Link[] {
  const prose = textOf(page)
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]*`/g, 'code');
  return [...prose.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, mark, text = '', target = '']) => ({
    page,
    target,
    isImage: mark === '!',
    text,
  }));
}

const links = pages.flatMap(linksOf);
const inRepositoryLinks = links.filter(({ target }) => !/^[a-z]+:/.test(target));

/** The path a link leads to in the repository, and the part of the page behind `#`. */
function leadsTo({ page, target }: Link): { readonly path: string; readonly anchor: string | undefined } {
  const [path = '', anchor] = target.split('#');
  return { path: path === '' ? page : join(dirname(page), decodeURI(path)), anchor };
}

/** As GitHub and VS Code make anchors of headings. */
function anchorsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

function firstDifference(found: string, wanted: string): object | undefined {
  const [lines, others] = [found.split('\n'), wanted.split('\n')];
  const index = others.findIndex((line, at) => line !== lines[at]);
  if (index < 0 && lines.length === others.length) return undefined;
  const at = index < 0 ? others.length : index;
  return { line: at + 1, found: lines[at], wanted: others[at] };
}

describe('what the documentation takes from the code', () => {
  const written = writtenDocuments();

  it.each([...written])('%s is what `npm run docs` writes', (path, text) => {
    expect(firstDifference(textOf(path), text)).toBeUndefined();
  });

  it('has a page for every code and none of a code that is gone', () => {
    const pagesOfCodes = knownCodes.map((code) => `docs/checks/${code}.md`);
    expect(pagesOfCodes.filter((path) => !written.has(path))).toEqual([]);
    expect(superfluousDocuments(written)).toEqual([]);
  });
});

describe('links', () => {
  it('lead to files and folders that exist', () => {
    expect(inRepositoryLinks.length).toBeGreaterThan(20);
    const broken = inRepositoryLinks.filter((link) => !existsSync(inRepository(leadsTo(link).path)));
    expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
  });

  it('lead to headings that exist', () => {
    const broken = inRepositoryLinks.filter((link) => {
      const { path, anchor } = leadsTo(link);
      return anchor !== undefined && !(path.endsWith('.md') && anchorsOf(path).includes(anchor));
    });
    expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
  });

  it('lead out over https', () => {
    expect(links.filter(({ target }) => /^[a-z]+:/.test(target) && !target.startsWith('https:'))).toEqual([]);
  });

  it('reach every page of docs/ from README.md or CONTRIBUTING.md', () => {
    const reached = new Set(['README.md', 'CONTRIBUTING.md']);
    for (const page of reached)
      for (const link of linksOf(page))
        if (leadsTo(link).path.endsWith('.md')) reached.add(leadsTo(link).path);
    expect(pages.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
  });
});

describe('pictures', () => {
  it('have a text for those who cannot see them', () => {
    const pictures = links.filter(({ isImage }) => isImage);
    expect(pictures.filter(({ text }) => text.length < 15)).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const shown = links.filter(({ isImage }) => isImage).map((link) => leadsTo(link).path);
    const taken = projectFiles().filter((path) => /^docs\/.*\.(png|gif|svg)$/.test(path));
    expect(taken.filter((path) => !shown.includes(path))).toEqual([]);
  });
});

describe('docs/protocol.md', () => {
  it('has a heading for each request of the protocol, and no other', () => {
    const requests = Object.entries(protocol)
      .filter(([name]) => name.endsWith('Request'))
      .map(([, method]) => String(method));
    expect(requests.length).toBeGreaterThan(0);
    const described = [...textOf('docs/protocol.md').matchAll(/^### `(iamRoles\/\w+)`$/gm)].map(
      ([, name]) => name,
    );
    expect(described.sort()).toEqual(requests.sort());
  });

  it('names each initialization option, and no other', () => {
    const source =
      /interface InitializationOptions \{(.*?)\n\}/s.exec(textOf('server/src/protocol.ts'))?.[1] ?? '';
    const options = [...source.matchAll(/readonly (\w+)\?/g)].map(([, name]) => name);
    expect(options.length).toBeGreaterThan(0);
    const rows = tableUnder(textOf('docs/protocol.md'), 'Initialization options');
    expect(rows.flatMap((row) => codeIn(row['Option'] ?? '')).sort()).toEqual(options.sort());
  });
});

describe('npm scripts', () => {
  it('that the pages name are in the manifest', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => ({ page, name })),
    );
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  it('are all told in CONTRIBUTING.md', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
    const told = textOf('CONTRIBUTING.md');
    const untold = Object.keys(scripts).filter(
      (name) => !new RegExp(`npm (run )?${name}\\b(?!:)`).test(told),
    );
    expect(untold).toEqual([]);
  });
});
