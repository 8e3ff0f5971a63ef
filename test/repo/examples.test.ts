import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../server/src/checks/knownCodes.ts';
import { kindForFile, readSettingsFile } from '../../server/src/policy/settingsFile.ts';
import { findPolicies } from '../../server/src/syntax/findPolicies.ts';
import { parseJson } from '../../server/src/syntax/parseJson.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const files = globSync('**/*.json', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
const policies = files.filter((file) => file !== 'iam-roles.config.json');

function textOf(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8');
}

describe('examples/', () => {
  it.each(policies)('%s is JSON and holds a policy', (file) => {
    expect(() => JSON.parse(textOf(file))).not.toThrow();
    expect(findPolicies(parseJson(textOf(file)))).not.toEqual([]);
  });

  it('README.md lists every file', () => {
    const listed = [...textOf('README.md').matchAll(/\]\(([^)]+\.json)\)/g)].map(([, file]) => file);
    expect(listed.sort()).toEqual([...files].sort());
  });

  it('the settings file names the type of each file whose keys do not tell it', () => {
    const reading = readSettingsFile(textOf('iam-roles.config.json'), knownCodes);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    const untyped = policies.filter((file) => kindForFile(reading.settings, file) === undefined);
    expect(untyped.sort()).toEqual(['cli/get-role.json', 'templates/worker-stack.json']);
  });
});
