import type { ChildProcess } from 'node:child_process';

/** The language servers this extension host has started and that still run. */
export function serverProcesses(): ChildProcess[] {
  // Node tells its children apart from other handles in no public way; this one works on every system.
  const { _getActiveHandles } = process as typeof process & { _getActiveHandles(): unknown[] };
  return _getActiveHandles.call(process).filter(isServer);
}

function isServer(handle: unknown): handle is ChildProcess {
  if (typeof handle !== 'object' || handle === null || !('spawnargs' in handle)) return false;
  const { spawnargs } = handle;
  return (
    Array.isArray(spawnargs) && spawnargs.some((arg) => /iam-roles[^\\/]*[\\/]dist[\\/]server\.js$/.test(arg))
  );
}
