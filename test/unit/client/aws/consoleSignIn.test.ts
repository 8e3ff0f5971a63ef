import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { consoleSignInUrl } from '../../../../client/src/aws/consoleSignIn.ts';
import { redirectOnce } from '../../../../client/src/aws/redirectOnce.ts';

const credentials = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'planted-secret',
  sessionToken: 'planted-token',
  expiration: undefined,
};
const role = {
  credentials,
  partition: 'aws',
  region: 'eu-west-1',
  path: '/iam/home#/roles/details/deploy',
  signInEndpoint: undefined,
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A federation endpoint that gives one answer and keeps what it was asked. */
async function federation(status: number, answer: string) {
  const asked: {
    readonly method: string | undefined;
    readonly url: string | undefined;
    readonly body: string;
  }[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    asked.push({ method: request.method, url: request.url, body: await text(request) });
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return {
    asked,
    signInEndpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
}

describe('signing in to the console', () => {
  test('sends the session in the body, and gives a URL with the token alone', async () => {
    const { asked, signInEndpoint } = await federation(200, '{"SigninToken":"tok en"}');
    const url = new URL(await consoleSignInUrl({ ...role, signInEndpoint }));
    expect(asked.map(({ method, url: path }) => [method, path])).toEqual([['POST', '/federation']]);
    const sent = new URLSearchParams(asked[0]?.body);
    expect(JSON.parse(sent.get('Session') ?? '')).toEqual({
      sessionId: 'ASIAEXAMPLE',
      sessionKey: 'planted-secret',
      sessionToken: 'planted-token',
    });
    expect(sent.has('SessionDuration')).toBe(false);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      Action: 'login',
      Issuer: 'vscode-iam-roles',
      Destination: 'https://eu-west-1.console.aws.amazon.com/iam/home#/roles/details/deploy',
      SigninToken: 'tok en',
    });
    expect(url.href).not.toMatch(/planted|ASIA/);
  });

  test.each([
    [400, 'Invalid credentials', /refused the session \(status 400\)/],
    [200, '<html>', /refused the session \(status 200\)/],
    [302, '', /could not be reached/],
  ])('tells of status %i with %j', async (status, answer, message) => {
    const { signInEndpoint } = await federation(status, answer);
    const problem = await consoleSignInUrl({ ...role, signInEndpoint }).catch(
      (error: Error) => error.message,
    );
    expect(problem).toMatch(message);
    expect(problem).not.toMatch(/planted/);
  });

  test('tells of no network and of a partition without a console', async () => {
    const nowhere = { ...role, signInEndpoint: 'http://127.0.0.1:1/' };
    await expect(consoleSignInUrl(nowhere)).rejects.toThrow(/127\.0\.0\.1:1 could not be reached/);
    await expect(consoleSignInUrl({ ...role, partition: 'aws-iso' })).rejects.toThrow(
      /aws-iso has no console/,
    );
  });
});

describe('a redirect', () => {
  const target = 'https://signin.example/federation?SigninToken=secret%23';

  test('works once, at a path nobody can guess', async () => {
    const redirect = await redirectOnce(target);
    closing.push(redirect.close);
    expect(redirect.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
    const base = new URL(redirect.url).origin;
    expect((await fetch(`${base}/`)).status).toBe(404);
    const answer = await fetch(redirect.url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, target]);
    expect(await redirect.used).toBe(true);
    await expect(fetch(redirect.url, { redirect: 'manual' })).rejects.toThrow();
  });

  test('is void after its time, or when it is closed', async () => {
    const late = await redirectOnce(target, 1);
    expect(await late.used).toBe(false);
    await expect(fetch(late.url)).rejects.toThrow();
    const closed = await redirectOnce(target);
    closed.close();
    expect(await closed.used).toBe(false);
  });
});
