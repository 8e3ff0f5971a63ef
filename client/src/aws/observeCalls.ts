import type { MiddlewareStack } from '@smithy/types';
import { hasCode } from '../roles/awsError.ts';
import type { Service } from './clients.ts';
import { type CallPlace, explainError, isHtml, notAws } from './errors/explainError.ts';
import { orCancelled } from './orCancelled.ts';

export interface CallObserver {
  /** A line about each call. Never with a secret: it has no input and no output of the call. */
  log(line: string): void;
  /** AWS says that the credentials have run out; the call is made once more after this. */
  forgetCredentials(): void;
}

interface Metadata {
  readonly requestId?: string;
  readonly attempts?: number;
}

const expiredCodes = ['ExpiredToken', 'RequestExpired'] as const;

/** Lays itself around every call of a client: errors become an `AwsError`, an abort ends it, the log gets its line. */
export function observeCalls<Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
  observer: CallObserver,
  service: Service,
  endpoint: string | undefined,
): void {
  stack.add(
    (next, context) => async (args) => {
      const action = `${service}:${String(context['commandName']).replace(/Command$/, '')}`;
      const signal = signalOf(context);
      const attempt = () => observed(() => orCancelled(next(args), signal), { action, endpoint }, observer);
      try {
        return await attempt();
      } catch (error) {
        if (!hasCode(error, ...expiredCodes)) throw error;
        observer.forgetCredentials();
        return attempt();
      }
    },
    { step: 'initialize', priority: 'high', name: 'observeCalls' },
  );
}

/** The SDK's own middleware finds it in the same place. */
function signalOf(context: object): AbortSignal | undefined {
  const smithyContext: unknown = Reflect.get(context, '__smithy_context');
  const signal: unknown = Object(smithyContext).abortSignal;
  return signal instanceof AbortSignal ? signal : undefined;
}

async function observed<Result extends { readonly output: object; readonly response: unknown }>(
  call: () => Promise<Result>,
  place: CallPlace,
  { log }: CallObserver,
): Promise<Result> {
  const start = performance.now();
  const line = (outcome: string, metadata: Metadata | undefined) => {
    const { requestId = 'none', attempts = 1 } = metadata ?? {};
    const duration = Math.round(performance.now() - start);
    log(`${place.action} ${outcome}, ${duration} ms, attempts ${attempts}, request id ${requestId}`);
  };
  try {
    const result = await call();
    // A web page that is well-formed XML would pass for an empty answer.
    if (isHtml(result.response)) throw notAws(place.action, place.endpoint);
    line('OK', metadataOf(result.output));
    return result;
  } catch (error) {
    const explained = explainError(error, place);
    line(explained.name === 'AwsError' ? explained.details.code : 'cancelled', metadataOf(error));
    throw explained;
  }
}

/** What the SDK notes beside every answer and error of a service. */
function metadataOf(answer: unknown): Metadata | undefined {
  return Object(answer).$metadata;
}
