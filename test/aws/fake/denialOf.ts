import { type DenialForm, denialMessage } from './denial.ts';
import { requestedResource } from './requestedResource.ts';
import { encodeAuthorizationMessage } from './sts/authorizationMessage.ts';
import { Fault } from './wire/fault.ts';
import type { WireRequest } from './wire/readRequest.ts';

/** The refusal of a request in a form; by default of its own action on the resource that it names. */
export function denialOf(
  form: DenialForm,
  request: WireRequest,
  principal: string,
  action = `${request.service}:${request.operation}`,
  resource = requestedResource(request, principal),
): Fault {
  const denied = { principal, action, resource };
  const message = denialMessage(denied, form);
  if (request.service !== 'ec2') return new Fault('AccessDenied', message);
  const encoded = encodeAuthorizationMessage({ ...denied, explicit: form.explicit ?? false });
  return new Fault(
    'UnauthorizedOperation',
    `You are not authorized to perform this operation. ${message}. Encoded authorization failure message: ${encoded}`,
  );
}
