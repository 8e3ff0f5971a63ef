import { arnParts } from '../arn.ts';
import { textOf } from '../wire/data.ts';
import { Fault } from '../wire/fault.ts';
import type { Operation } from '../world.ts';

/** What `encodeAuthorizationMessage` made; the real one's encoding is secret too. */
export const decodeAuthorizationMessage: Operation = ({ parameters }) => {
  const encoded = textOf(parameters, 'EncodedMessage') ?? '';
  try {
    const DecodedMessage = Buffer.from(encoded, 'base64url').toString();
    JSON.parse(DecodedMessage);
    return { DecodedMessage };
  } catch {
    throw new Fault('InvalidAuthorizationMessageException', 'Message is not valid');
  }
};

export function encodeAuthorizationMessage(details: {
  readonly principal: string;
  readonly action: string;
  readonly resource: string | undefined;
  readonly explicit: boolean;
}): string {
  const { principal, action, resource, explicit } = details;
  const message = {
    allowed: false,
    explicitDeny: explicit,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: {
        id: 'AIDAEXAMPLE',
        name: arnParts(principal).resource.replace(/^.*\//, ''),
        arn: principal,
      },
      action,
      resource: resource ?? '*',
      conditions: { items: [] },
    },
  };
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}
