import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText } from '../../../../client/src/rolePage/graph/fitText.ts';
import { graphMermaid } from '../../../../client/src/rolePage/graph/graphMermaid.ts';
import { graphOf } from '../../../../client/src/rolePage/graph/graphOf.ts';
import { pageSvg, standaloneSvg } from '../../../../client/src/rolePage/graph/graphSvg.ts';
import { layoutGraph } from '../../../../client/src/rolePage/graph/layoutGraph.ts';
import { pageHtml } from '../../../../client/src/rolePage/html/pageHtml.ts';
import { pageMessage } from '../../../../client/src/rolePage/messages.ts';
import type { RolePage } from '../../../../client/src/rolePage/rolePage.ts';
import { accessTo, largePage, pageWith, policyNamed, principal, service } from './pages.ts';

const frame = {
  nonce: 'abc',
  cspSource: 'https://files.example',
  script: 'https://files.example/a.js',
  style: 'https://files.example/a.css',
};

/** A page in which every text that others write is this one. */
function pageOf(text: string): RolePage {
  const policy = policyNamed(text, {
    detail: text,
    sentences: [text],
    findings: [{ code: 'X', severity: 'ERROR', message: text }],
  });
  return pageWith({
    name: text,
    origin: text,
    facts: [
      { label: 'Description', values: [text] },
      { label: 'Tags', values: [text, text] },
    ],
    trust: { ...policy, kind: 'trust policy', principals: [{ ...principal(text, true), name: text }] },
    policies: [policy],
    boundary: policy,
    access: {
      ...accessTo(
        [
          service(text, {
            prefix: text,
            resources: { every: false, names: [text], except: [text], more: 0 },
            conditions: [text],
          }),
        ],
        [{ resource: text, policies: [0] }],
      ),
      unknownActions: [text],
      partialDenials: [text],
    },
    instanceProfiles: [{ name: text, instances: [text] }],
    trustingRoles: [text],
    gaps: [text],
  });
}

/** Names of all elements; throws where the text is no well-formed XML. */
function elementsOf(xml: string): readonly string[] {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'image/svg+xml');
  return [...document.getElementsByTagName('*')].map(({ tagName }) => tagName);
}

const hostile = [
  '</title></text></svg><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '\u202egnp.exe\u2066 \u200f',
  ']]>&#0;&amp;',
  '<!-- --> <![CDATA[',
  '\u0000\u0001\ud800\ufffe',
  `${'a'.repeat(999)}<`,
  '"]; click n0 "javascript:alert(1)" %%{init: {}}%%',
  '`**bold**` #quot; 1. one',
  '',
];

const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 60 }));
const usual = layoutGraph(graphOf(pageOf('usual')));
/** All but lines of text, of which an empty one has none. */
const shapesOf = (xml: string) => elementsOf(xml).filter((name) => name !== 'text');
const mark = /[\p{Cf}\p{Cs}\ufffe]/u;

describe('the graph as SVG', () => {
  it('is well-formed with the same elements, whatever the texts are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const placed = layoutGraph(graphOf(pageOf(text)));
        expect(shapesOf(standaloneSvg(placed))).toEqual(shapesOf(standaloneSvg(usual)));
        expect(shapesOf(pageSvg(placed))).toEqual(shapesOf(pageSvg(usual)));
        expect(standaloneSvg(placed)).not.toMatch(mark);
      }),
      { numRuns: 50 },
    );
  });

  it('is well-formed for a large role, and reached by the keyboard in one place', () => {
    const svg = pageSvg(layoutGraph(graphOf(largePage())));
    expect(elementsOf(svg).filter((name) => name === 'g').length).toBeGreaterThan(30);
    expect(svg.match(/tabindex="0"/g)).toHaveLength(1);
    expect(svg).toContain('role="list"');
    expect(svg).not.toMatch(/style=|<style|<script|\bon\w+=/);
  });

  it('has colours of its own as a file', () => {
    const svg = standaloneSvg(layoutGraph(graphOf(pageOf('usual'))));
    expect(
      svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'),
    ).toBe(true);
    expect(svg).toContain('.box{fill:#');
    expect(svg).not.toContain('--vscode-');
    expect(svg).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });
});

describe('the graph as Mermaid', () => {
  it('has a line for each node and edge, in which nothing but numbers stands for marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const graph = graphOf(pageOf(text));
        const [head, ...lines] = graphMermaid(graph).trimEnd().split('\n');
        expect(head).toBe('flowchart LR');
        expect(lines).toHaveLength(graph.nodes.length + graph.edges.length);
        const label = '"(?:[\\p{L}\\p{M}\\p{N} ,:/_-]|#\\d+;|<br/>)*"';
        const node = new RegExp(`^  n\\d+[[({]{1,2}${label}[\\])}]{1,2}$`, 'u');
        const edge = new RegExp(`^  n\\d+ (?:-->|-\\.->)\\|${label}\\| n\\d+$`, 'u');
        for (const line of lines.slice(0, graph.nodes.length)) expect(line).toMatch(node);
        for (const line of lines.slice(graph.nodes.length)) expect(line).toMatch(edge);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps names readable', () => {
    const printed = graphMermaid(
      graphOf(pageWith({ trust: { ...policyNamed('t'), principals: [principal('Größe ä', true)] } })),
    );
    expect(printed).toBe(
      `flowchart LR
  n0(["AWS principal: Größe ä<br/>under conditions"])
  n1[["Role: orders<br/>account 111122223333 #40;profile dev#41;"]]
  n0 -.->|"may assume under conditions"| n1
`,
    );
  });
});

describe('the page', () => {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

  it('lets in its own script and style sheet, and nothing else', () => {
    expect(policy.exec(pageHtml(pageWith(), frame))?.[1]).toBe(
      'default-src &#39;none&#39;; style-src https://files.example; script-src &#39;nonce-abc&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;',
    );
  });

  it('has the same markup, whatever the texts are', () => {
    const tags = (page: string) => page.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const expected = tags(pageHtml(pageOf('usual'), frame));
    fc.assert(
      fc.property(
        anyText.filter((text) => text.length > 0 && text.length < 120),
        (text) => {
          const page = pageHtml(pageOf(text), frame);
          expect(tags(page)).toEqual(expected);
          expect(page).not.toMatch(mark);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('cuts long texts, with the whole as a tip', () => {
    const long = 'x'.repeat(1000);
    const page = pageHtml(pageWith({ facts: [{ label: 'Description', values: [long] }] }), frame);
    expect(page).toContain(`<bdi title="${long}">${'x'.repeat(239)}…</bdi>`);
  });

  it('tells what is in words, by service and level, within the boundary, and as of when', () => {
    const page = pageHtml(
      pageWith({
        trust: {
          ...policyNamed('trust policy'),
          sentences: ['Allows Amazon EC2 to assume this role.'],
          principals: [],
        },
        policies: [policyNamed('read', { sentences: ['Allows it.'] })],
        boundary: policyNamed('limits'),
        access: accessTo([
          service('Amazon S3', { levels: [{ level: 'Write', granted: 3, kept: 1, all: 3 }] }),
          service('Amazon SQS', { levels: [{ level: 'List', granted: 1, kept: 0, all: 2 }] }),
        ]),
        gaps: ['Something could not be read.'],
      }),
      frame,
    );
    for (const text of [
      'as of 2026-11-24 10:30 UTC',
      'Allows Amazon EC2 to assume this role.',
      '<td class="all">all 3, 1 within the boundary</td>',
      'Amazon S3: 2 of 3 Write',
      'Amazon SQS: everything',
      'Something could not be read.',
      'every resource',
    ])
      expect(page).toContain(text);
  });

  it('folds what is more than 25 services', () => {
    const services = Array.from({ length: 27 }, (_, index) => service(`S${index}`));
    expect(pageHtml(pageWith({ access: accessTo(services) }), frame)).toContain(
      '<summary>2 services more</summary>',
    );
  });
});

describe('messages of the page', () => {
  it('are taken where they are such', () => {
    expect(pageMessage({ kind: 'refresh', more: 1 })).toEqual({ kind: 'refresh' });
    expect(pageMessage({ kind: 'export', format: 'svg' })).toEqual({ kind: 'export', format: 'svg' });
    expect(pageMessage({ kind: 'open', policy: 2 })).toEqual({ kind: 'open', policy: 2 });
  });

  it('are nothing otherwise', () => {
    for (const data of [
      undefined,
      null,
      'refresh',
      [],
      {},
      { kind: 'export' },
      { kind: 'export', format: 'exe' },
      { kind: 'open', policy: '0' },
      { kind: 'open', policy: 0.5 },
      { kind: 'constructor' },
    ])
      expect(pageMessage(data)).toBeUndefined();
    fc.assert(fc.property(fc.anything(), (data) => void pageMessage(data)));
  });
});

it('cuts texts by the places they take', () => {
  expect(fitText('abcdef', 6)).toBe('abcdef');
  expect(fitText('abcdefg', 6)).toBe('abcde…');
  expect(fitText('漢字漢字', 6)).toBe('漢字…');
  expect(fitText('', 6)).toBe('');
});
