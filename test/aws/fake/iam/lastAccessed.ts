import { arnParts } from '../arn.ts';
import type { FakeServiceUse } from '../state.ts';
import { type Data, textOf } from '../wire/data.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { ApiRequest, Operation, World } from '../world.ts';
import { required } from './names.ts';
import { page } from './paging.ts';

/** A job is its id: what it is of, and in which detail. */
const generateServiceLastAccessedDetails: Operation = (request, { state, lag }) => {
  const arn = required(request.parameters, 'Arn');
  const known = [...state.roles, ...state.users, ...state.policies].some((entity) => entity.arn === arn);
  if (!known) throw noSuchEntity(`ARN: ${arn} cannot be found.`);
  const detail = textOf(request.parameters, 'Granularity') ?? 'SERVICE_LEVEL';
  const JobId = Buffer.from(`${detail} ${arn}`).toString('base64url');
  lag.begin('lastAccessedReport', JobId);
  return { JobId };
};

const getServiceLastAccessedDetails: Operation = (request, world) =>
  report(request, world, (uses, detail) =>
    page(
      request.parameters,
      'ServicesLastAccessed',
      uses.map((use) => describeUse(use, detail === 'ACTION_LEVEL')),
    ),
  );

function describeUse(
  { name, namespace, lastUsed, entityArn, region, actions = [] }: FakeServiceUse,
  detailed: boolean,
) {
  return {
    ServiceName: name,
    ServiceNamespace: namespace,
    LastAuthenticated: lastUsed,
    LastAuthenticatedEntity: lastUsed && entityArn,
    LastAuthenticatedRegion: lastUsed && region,
    TotalAuthenticatedEntities: lastUsed === undefined ? 0 : 1,
    TrackedActionsLastAccessed: detailed
      ? actions.map((action) => ({
          ActionName: action.name,
          LastAccessedTime: action.lastUsed,
          LastAccessedEntity: action.lastUsed && entityArn,
          LastAccessedRegion: action.lastUsed && region,
        }))
      : undefined,
  };
}

const getServiceLastAccessedDetailsWithEntities: Operation = (request, world) =>
  report(request, world, (uses) => {
    const namespace = required(request.parameters, 'ServiceNamespace');
    const { roles, users } = world.state;
    const entities = uses
      .filter((use) => use.namespace === namespace)
      .flatMap(({ entityArn, lastUsed }) =>
        [...roles, ...users]
          .filter(({ arn }) => arn === entityArn)
          .map(({ arn, name, id, path }) => ({
            EntityInfo: { Arn: arn, Name: name, Type: kindOf(arn), Id: id, Path: path },
            LastAuthenticated: lastUsed,
          })),
      );
    return page(request.parameters, 'EntityDetailsList', entities);
  });

function report(
  { parameters }: ApiRequest,
  { state, lag, now }: World,
  content: (uses: readonly FakeServiceUse[], detail: string) => { readonly [name: string]: Data },
): Data {
  const job = required(parameters, 'JobId');
  const [, detail = '', arn] = /^(SERVICE_LEVEL|ACTION_LEVEL) (arn:.+)$/.exec(
    Buffer.from(job, 'base64url').toString(),
  ) ?? [undefined];
  if (arn === undefined) throw new Fault('InvalidInput', `Job id ${job} is not valid.`);
  const common = { JobType: detail, JobCreationDate: now().toISOString() };
  if (lag.pending('lastAccessedReport', job)) return { ...common, JobStatus: 'IN_PROGRESS' };
  const completed = { ...common, JobStatus: 'COMPLETED', JobCompletionDate: now().toISOString() };
  return { ...completed, ...content(state.lastAccessed[arn] ?? [], detail) };
}

function kindOf(arn: string): string {
  return arnParts(arn).resource.startsWith('role/') ? 'ROLE' : 'USER';
}

export const lastAccessedOperations: Readonly<Record<string, Operation>> = {
  GenerateServiceLastAccessedDetails: generateServiceLastAccessedDetails,
  GetServiceLastAccessedDetails: getServiceLastAccessedDetails,
  GetServiceLastAccessedDetailsWithEntities: getServiceLastAccessedDetailsWithEntities,
};
