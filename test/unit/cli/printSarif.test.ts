import { describe, expect, test } from 'vitest';
import { printSarif } from '../../../server/src/cli/printSarif.ts';
import { checkPages } from '../../../server/src/pages/checkPage.ts';
import { testCatalog } from '../../catalog.ts';
import { found } from './checkedFiles.ts';

describe('a log', () => {
  const log = JSON.parse(printSarif([found], [], testCatalog()));
  const [run] = log.runs;

  test('is of version 2.1.0, with one run of one tool', () => {
    expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs']);
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    expect(Object.keys(run)).toEqual(['tool', 'invocations', 'columnKind', 'results']);
    expect(run.tool.driver.name).toBe('IAM Roles');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  test('describes the rules of its results, each once', () => {
    const twice = JSON.parse(printSarif([found, found], [], testCatalog()));
    expect(twice.runs[0].tool.driver.rules).toEqual(run.tool.driver.rules);
    expect(run.tool.driver.rules).toEqual([
      {
        id: 'INVALID_ACTION',
        shortDescription: { text: expect.stringMatching(/^[A-Z].*\.$/) },
        fullDescription: { text: expect.stringMatching(/^[A-Z].*\.$/) },
        help: {
          text: expect.stringMatching(/^INVALID_ACTION\n\nERROR in every type of policy\./),
          markdown: expect.stringMatching(/^# INVALID_ACTION\n.*\n```json\n\{\n {2}"Version"/s),
        },
        helpUri: expect.stringMatching(/^https:/),
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['iam'] },
      },
      expect.objectContaining({ id: 'UNUSED_SUPPRESSION', defaultConfiguration: { level: 'warning' } }),
    ]);
  });

  test('has a result for each finding, with lines and columns from 1 and a relative URI', () => {
    const artifactLocation = { uri: 'a%20b/%C3%A4%2C1.json' };
    expect(run.results).toEqual([
      {
        ruleId: 'INVALID_ACTION',
        ruleIndex: 0,
        level: 'error',
        message: { text: '100 %: wrong,\nreally.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 12 },
            },
            logicalLocations: [{ fullyQualifiedName: 'Statement[0].Action' }],
          },
        ],
        relatedLocations: [
          {
            id: 0,
            physicalLocation: {
              artifactLocation,
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
            },
            message: { text: 'Statement[1]' },
          },
        ],
      },
      {
        ruleId: 'UNUSED_SUPPRESSION',
        ruleIndex: 1,
        level: 'note',
        message: { text: 'None.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { startLine: 1, startColumn: 1, endLine: 2, endColumn: 3 },
            },
          },
        ],
      },
    ]);
  });
});

test('a related place has what it tells, else its path', () => {
  const [finding] = found.findings;
  if (finding === undefined) throw new Error('There is no finding.');
  const related = [...finding.related, { start: 0, end: 1, path: [], message: 'REDUNDANT_ACTION: Twice.' }];
  const log = JSON.parse(printSarif([{ ...found, findings: [{ ...finding, related }] }], [], testCatalog()));
  const places: { readonly message: { readonly text: string } }[] = log.runs[0].results[0].relatedLocations;
  expect(places.map(({ message }) => message.text)).toEqual(['Statement[1]', 'REDUNDANT_ACTION: Twice.']);
});

test('what could not be read is a notification of a run that failed', () => {
  const { invocations } = JSON.parse(printSarif([], ['a.json: It is a folder.'], testCatalog())).runs[0];
  expect(invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'a.json: It is a folder.' } }],
    },
  ]);
});

test('absolute paths are file URLs, and a leading ./ goes', () => {
  const uriOf = (path: string) =>
    JSON.parse(printSarif([{ ...found, path }], [], testCatalog())).runs[0].results[0].locations[0]
      .physicalLocation.artifactLocation.uri;
  expect(uriOf('./roles/a.json')).toBe('roles/a.json');
  expect(uriOf(new URL('.', import.meta.url).pathname)).toMatch(/^file:\/\/\//);
});

test('every code has a page with a web address, or none', () => {
  const sources = checkPages().flatMap(({ source }) => source ?? []);
  expect(sources.filter((source) => !URL.canParse(source) || !source.startsWith('https:'))).toEqual([]);
});
