import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface StubAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

export interface Stub {
  readonly url: string;
  /** Bodies of the requests so far. */
  readonly requests: readonly string[];
}

/** An endpoint for one test, which answers the requests in turn, the last answer for all that follow; `never` holds them. */
export async function stubOf(...answers: readonly (StubAnswer | 'never')[]): Promise<Stub> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(Buffer.concat(parts).toString());
    if (answer === undefined || answer === 'never') return;
    const headers = {
      'Content-Type': answer.type ?? 'text/xml',
      'x-amzn-RequestId': `request-${requests.length}`,
    };
    response.writeHead(answer.status, headers);
    response.end(answer.body);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** A refusal as IAM and STS write it. */
export function refusal(code: string, message: string, status = 400): StubAnswer {
  const body = `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type>
    <Code>${code}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`;
  return { status, body };
}

/** A refusal as Amazon EC2 writes it. */
export function ec2Refusal(code: string, message: string, status = 403): StubAnswer {
  const body = `<?xml version="1.0"?><Response><Errors><Error><Code>${code}</Code>
    <Message>${escaped(message)}</Message></Error></Errors></Response>`;
  return { status, body };
}

export const emptyRoles: StubAnswer = {
  status: 200,
  body: `<ListRolesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListRolesResult>
    <IsTruncated>false</IsTruncated><Roles/></ListRolesResult></ListRolesResponse>`,
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
