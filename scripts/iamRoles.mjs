#!/usr/bin/env node
// The command line from a checkout of this repository: builds it where it was not yet, then runs it in the caller's
// folder. The pre-commit hooks and the GitHub Action start here. JavaScript, because Node may be one without TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');

/**
 * Runs a script with this Node and gives its exit code; 2 where it ended without one.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
function runScript(script, args, stdio) {
  return spawnSync(process.execPath, [script, ...args], { stdio }).status ?? 2;
}

/** Standard output is for the report. */
const toStandardError = /** @type {const} */ (['ignore', 2, 2]);

const isBuilt = existsSync(cli) && existsSync(join(root, 'dist/catalog.data'));
const failed = !isBuilt && runScript(join(root, 'scripts/run.mjs'), ['build'], [...toStandardError]) !== 0;
process.exitCode = failed ? 2 : runScript(cli, process.argv.slice(2), 'inherit');
