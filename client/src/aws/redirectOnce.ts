import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Redirect {
  /** On this machine, for the browser to open; works once. */
  readonly url: string;
  /** Settles when the browser came, with true, or when it did not in time or the signal ended, with false. */
  readonly used: Promise<boolean>;
  close(): void;
}

/** Milliseconds a browser has to come. */
const patience = 60_000;

/**
 * Answers one request on the loopback interface, at a path nobody can guess, with a redirect to a secret URL, so that
 * the URL is never seen in dialogs, logs or the history of links opened.
 */
export async function redirectOnce(target: string, wait = patience): Promise<Redirect> {
  const path = `/${randomBytes(24).toString('base64url')}`;
  const ended = new EventEmitter<{ ended: [boolean] }>();
  const used = once(ended, 'ended').then(([wasUsed]) => wasUsed === true);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== path) return void response.writeHead(404).end();
    response.writeHead(302, {
      location: target,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    response.end(() => close(true));
  });
  const close = (wasUsed: boolean) => {
    clearTimeout(timer);
    server.close();
    server.closeIdleConnections();
    ended.emit('ended', wasUsed);
  };
  const timer = setTimeout(() => close(false), wait);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${path}`, used, close: () => close(false) };
}
