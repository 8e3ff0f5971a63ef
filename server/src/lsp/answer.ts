import {
  type CancellationToken,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
} from 'vscode-languageserver';

/**
 * Runs a request's handler: lets a waiting cancellation in first, answers `fallback` when the handler fails and
 * logs why, and drops the answer to a request that was cancelled meanwhile.
 */
export async function answer<Result>(
  log: Pick<RemoteConsole, 'error'>,
  name: string,
  token: CancellationToken,
  fallback: Result,
  handler: () => Result | Promise<Result>,
): Promise<Result> {
  await new Promise((resolve) => setImmediate(resolve));
  throwIfCancelled(token);
  let result = fallback;
  try {
    result = await handler();
  } catch (error) {
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  throwIfCancelled(token);
  return result;
}

/** The client is answered with the error that the protocol has for it. */
function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}
