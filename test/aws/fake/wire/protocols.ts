import { randomUUID } from 'node:crypto';
import type { Data } from './data.ts';
import type { Fault } from './fault.ts';
import { xml } from './xml.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service writes what it answers. */
export interface Protocol {
  answer(operation: string, data: Data): Answer;
  fault(fault: Fault): Answer;
}

export type Service = 'iam' | 'sts' | 'ec2' | 'access-analyzer' | 'cloudtrail' | 'sso' | 'signin';

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
function query(namespace: string): Protocol {
  return {
    answer: (operation, data) =>
      xmlAnswer(
        200,
        `<${operation}Response xmlns="${namespace}">${xml(`${operation}Result`, data ?? {}, 'member')}${xml('ResponseMetadata', { RequestId: randomUUID() }, 'member')}</${operation}Response>`,
      ),
    fault: ({ code, message, status }) =>
      xmlAnswer(
        status,
        `<ErrorResponse xmlns="${namespace}">${xml('Error', { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message }, 'member')}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
      ),
  };
}

/** What EC2 calls what other services call otherwise. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-error-codes.html */
const ec2Codes: Readonly<Record<string, string>> = {
  AccessDenied: 'UnauthorizedOperation',
  InvalidClientTokenId: 'AuthFailure',
  ExpiredToken: 'RequestExpired',
  Throttling: 'RequestLimitExceeded',
};

/** https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
const ec2: Protocol = {
  answer: (operation, data) => {
    const namespace = 'http://ec2.amazonaws.com/doc/2016-11-15/';
    const inner = xml('_', { requestId: randomUUID(), ...Object(data) }, 'item').slice(3, -4);
    return xmlAnswer(200, `<${operation}Response xmlns="${namespace}">${inner}</${operation}Response>`);
  },
  fault: ({ code, message, status }) => {
    const error = { Code: ec2Codes[code] ?? code, Message: message };
    const body = { Errors: { Error: error }, RequestID: randomUUID() };
    return xmlAnswer(status, xml('Response', body, 'item'));
  },
};

const jsonCodes: Readonly<Record<string, string>> = {
  InvalidClientTokenId: 'UnrecognizedClientException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
};

/** https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html and aws-restjson1-protocol.html */
function json(type: string): Protocol {
  return {
    answer: (_operation, data) => jsonAnswer(type, 200, JSON.stringify(data ?? {})),
    fault: ({ code, message, status }) => {
      const name = jsonCodes[code] ?? (code.endsWith('Exception') ? code : `${code}Exception`);
      const answer = jsonAnswer(type, status, JSON.stringify({ __type: name, message }));
      return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': name } };
    },
  };
}

export const protocols: Readonly<Record<Service, Protocol>> = {
  iam: query('https://iam.amazonaws.com/doc/2010-05-08/'),
  sts: query('https://sts.amazonaws.com/doc/2011-06-15/'),
  ec2,
  'access-analyzer': json('application/json'),
  cloudtrail: json('application/x-amz-json-1.1'),
  sso: json('application/json'),
  signin: json('application/json'),
};

function xmlAnswer(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() }, body };
}

function jsonAnswer(type: string, status: number, body: string): Answer {
  return { status, headers: { 'content-type': type, 'x-amzn-requestid': randomUUID() }, body };
}
