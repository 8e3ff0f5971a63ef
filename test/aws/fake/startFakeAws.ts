import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { accessAnalyzerOperations } from './accessAnalyzerOperations.ts';
import { arnParts } from './arn.ts';
import { authenticate } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { cloudTrailOperations } from './cloudTrailOperations.ts';
import { associationOperations } from './ec2/associations.ts';
import { instanceOperations } from './ec2/instances.ts';
import { type Failure, type Outcome, outcomeOf } from './failures.ts';
import { iamOperations } from './iam/iamOperations.ts';
import { exampleAccount, newCaller, userOf } from './seeds.ts';
import { federation } from './signin.ts';
import { getRoleCredentials } from './sso.ts';
import { emptyState, type FakeState } from './state.ts';
import { stsOperations } from './sts/stsOperations.ts';
import { assumeRoleWithWebIdentity } from './sts/webIdentity.ts';
import type { Parameters } from './wire/data.ts';
import { Fault } from './wire/fault.ts';
import { type Answer, protocols, type Service } from './wire/protocols.ts';
import { readRequest, type WireRequest } from './wire/readRequest.ts';
import { createLag, type Delays, noDelays, type Operation, type World } from './world.ts';

export interface FakeAwsOptions {
  /** Of the first caller; `aws` by default. */
  readonly partition?: string;
  readonly delays?: Partial<Delays>;
}

export interface FakeCall {
  readonly service: Service;
  readonly operation: string;
  readonly parameters: Parameters;
  readonly accessKeyId: string | undefined;
}

export interface FakeAws {
  /** For every service: the endpoint of clients. */
  readonly url: string;
  readonly state: FakeState;
  /** Every request, in order. */
  readonly calls: readonly FakeCall[];
  /** For what is made from now on. */
  readonly delays: Delays;
  /** Lets an operation, `*` for all, fail the next times; the first rule that matches is taken. */
  fail(operation: string, failure: Failure, times?: number): void;
  /** Keeps answers of an operation back until the returned function is called. */
  hold(operation: string): () => void;
  /** Puts the clock of AWS ahead of this machine's, or behind it. */
  setClock(secondsAhead: number): void;
  stop(): Promise<void>;
}

const operations: Partial<Record<Service, Readonly<Record<string, Operation>>>> = {
  iam: iamOperations,
  sts: stsOperations,
  ec2: { ...instanceOperations, ...associationOperations },
  'access-analyzer': accessAnalyzerOperations,
  cloudtrail: cloudTrailOperations,
};

/** A small AWS on a free port of 127.0.0.1. Its first caller is the user Alice, with MFA, who may do everything. */
export async function startFakeAws({
  partition = 'aws',
  delays: some,
}: FakeAwsOptions = {}): Promise<FakeAws> {
  const state = emptyState();
  const alice = newCaller({
    arn: `arn:${partition}:iam::${exampleAccount}:user/Alice`,
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    mfaDevices: { [`arn:${partition}:iam::${exampleAccount}:mfa/Alice`]: '123456' },
  });
  state.callers.push(alice);
  state.users.push(userOf(alice));
  const delays: Delays = { ...noDelays, ...some };
  const calls: FakeCall[] = [];
  const failures: { operation: string; failure: Failure; times: number }[] = [];
  const holds = new Map<string, Promise<void>>();
  let ahead = 0;
  const world: World = { state, lag: createLag(delays), now: () => new Date(Date.now() + ahead * 1000) };

  function nextFailure(request: WireRequest): Outcome | undefined {
    const rule = failures.find(
      ({ operation, times }) => times > 0 && (operation === '*' || operation === request.operation),
    );
    if (rule === undefined) return undefined;
    rule.times -= 1;
    const caller = state.callers.find(({ accessKeyId }) => accessKeyId === request.accessKeyId);
    return outcomeOf(rule.failure, request, caller?.arn ?? 'anonymous');
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const { service, operation, parameters, accessKeyId } = request;
    calls.push({ service, operation, parameters, accessKeyId });
    await holds.get(operation);
    const outcome = nextFailure(request);
    if (outcome === 'noAnswer') return;
    if (outcome === 'connectionReset') return void incoming.socket.resetAndDestroy();
    const result =
      outcome === undefined || outcome === 'connectionResetAfterwards' ? perform(request, world) : outcome;
    if (outcome === 'connectionResetAfterwards') return void incoming.socket.resetAndDestroy();
    const answer = result instanceof Fault ? protocols[service].fault(result) : result;
    outgoing.writeHead(answer.status, { ...answer.headers, date: world.now().toUTCString() });
    outgoing.end(answer.body);
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    calls,
    delays,
    fail: (operation, failure, times = Number.POSITIVE_INFINITY) =>
      void failures.push({ operation, failure, times }),
    hold(operation) {
      let release = () => {};
      holds.set(
        operation,
        new Promise((settle) => {
          release = settle;
        }),
      );
      return () => {
        holds.delete(operation);
        release();
      };
    },
    setClock(secondsAhead) {
      ahead = secondsAhead;
    },
    stop: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

function perform(request: WireRequest, world: World): Answer | Fault {
  const { service, operation, parameters, region } = request;
  try {
    if (service === 'signin') return federation(parameters, world);
    if (service === 'sso') return protocols.sso.answer(operation, getRoleCredentials(parameters, world));
    if (operation === 'AssumeRoleWithWebIdentity')
      return protocols.sts.answer(operation, assumeRoleWithWebIdentity(parameters, world));
    const caller = authenticate(request, world);
    const work = operations[service]?.[operation];
    if (work === undefined)
      throw new Fault('InvalidAction', `Could not find operation ${operation} of ${service} in the fake AWS`);
    authorize(request, caller, world);
    const { account, partition } = arnParts(caller.arn);
    return protocols[service].answer(
      operation,
      work({ operation, parameters, caller, account, partition, region }, world),
    );
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
