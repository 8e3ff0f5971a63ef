import {
  type CancellationToken,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
} from 'vscode-languageserver';

/**
 * Runs a request's handler: lets a waiting cancellation in first, answers `fallback` when the handler fails and
 * logs why, and answers nothing of a request that was cancelled meanwhile.
 */
export async function answer<Result>(
  log: Pick<RemoteConsole, 'error'>,
  name: string,
  token: CancellationToken,
  fallback: Result,
  handler: () => Result | Promise<Result>,
): Promise<Result | ResponseError> {
  await new Promise((resolve) => setImmediate(resolve));
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await handler();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
