import { type ChildProcess, spawn } from 'node:child_process';
import { motoPython } from './motoPython.mts';

export interface MotoServer {
  /** Endpoint of every AWS service, without a slash at its end. */
  readonly url: string;
  /** An empty account again; AWS managed policies stay. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts moto on a free port of this machine; settles when it answers. Throws an `Error` when it is not installed. */
export async function startMoto(): Promise<MotoServer> {
  const server = spawn(motoPython(), ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
    // Without it AWS managed policies do not exist.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((settle) => server.once('close', () => settle()));
  const url = await listening(server);
  return {
    url,
    async reset() {
      const { ok, status } = await fetch(`${url}/moto-api/reset`, { method: 'POST' });
      if (!ok) throw new Error(`moto did not reset: ${status}`);
    },
    stop() {
      process.off('exit', kill);
      server.kill();
      return ended;
    },
  };
}

/** The address that moto's web server tells when it listens. */
function listening(server: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let output = '';
    const read = (chunk: Buffer) => {
      // It goes on with a line for each request.
      if (output.length < 100_000) output += chunk;
      const address = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address !== undefined) settle(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', fail);
    server.once('close', () => fail(new Error(`moto ended before it listened:\n${output}`)));
  });
}
