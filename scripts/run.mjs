// Runs scripts/NAME.mts with the project's own Node, after `npm ci` where the packages of the lockfile are missing.
// JavaScript, because the Node of a fresh machine may be one that cannot run TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Runs a command in the repository and ends this process with its code when it fails.
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (error !== undefined) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * The packages a lockfile lists, as `path version`.
 * @param {string} file
 * @returns {string[]}
 */
function packages(file) {
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '{"packages":{}}';
  return Object.entries(JSON.parse(text).packages)
    .filter(([path, { optional }]) => path !== '' && optional !== true)
    .map(([path, { version }]) => `${path} ${version}`);
}

const installed = new Set(packages('node_modules/.package-lock.json'));
if (!existsSync(ownNode) || packages('package-lock.json').some((name) => !installed.has(name))) {
  console.log('Installing the packages of package-lock.json …');
  run('npm', ['ci']);
}
if (!existsSync(ownNode)) {
  console.error('npm did not install the package "node": allow its install script, then run this again.');
  process.exit(1);
}
const [name, ...args] = process.argv.slice(2);
run(ownNode, [join(root, `scripts/${name}.mts`), ...args]);
