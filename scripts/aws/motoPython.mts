/** Where the Python is that has moto, the emulator of AWS that tests and `npm start` use. http://docs.getmoto.org */
import { spawnSync } from 'node:child_process';
import { inRepository, runQuietly } from '../repository.mts';

/** What pip is to install. */
export const motoPackage = 'moto[server]==5.2.1';
const windows = process.platform === 'win32';
const systemPython = windows ? 'python' : 'python3';
const environmentFolder = inRepository('.cache/moto');
const ownPython = inRepository(`.cache/moto/${windows ? 'Scripts/python.exe' : 'bin/python3'}`);

/** What `moto.server` imports. */
const imports = ['moto', 'flask', 'flask_cors'];
const check = `import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ${JSON.stringify(imports)})))`;

/** A Python with moto: the machine's, else that of the project's own virtual environment. */
export function findMotoPython(): string | undefined {
  return [systemPython, ownPython].find((python) => spawnSync(python, ['-c', check]).status === 0);
}

/** For those who start moto without knowing that it is there; throws an `Error` that says what to install. */
export function motoPython(): string {
  const python = findMotoPython();
  if (python !== undefined) return python;
  throw new Error(
    `moto, which stands in for AWS in these tests, is not installed: install Python 3 and run \`pip install '${motoPackage}'\`, or run \`npm test\`, which installs it into a virtual environment in .cache/moto.`,
  );
}

/** Installs moto into a virtual environment of the project where the machine has none; throws what `motoPython` does. */
export async function prepareMoto(): Promise<void> {
  if (findMotoPython() !== undefined) return;
  console.log('Installing moto into .cache/moto …');
  try {
    await runQuietly(systemPython, ['-m', 'venv', environmentFolder], inRepository('.'));
    await runQuietly(ownPython, ['-m', 'pip', 'install', '--quiet', motoPackage], inRepository('.'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  motoPython();
}
