import type { FakeInstance } from '../state.ts';
import { type Parameters, structuresOf, textOf, textsOf } from '../wire/data.ts';
import { Fault } from '../wire/fault.ts';
import type { ApiRequest, Operation, World } from '../world.ts';
import { page } from './paging.ts';

const describeInstances: Operation = (request, world) => {
  const { parameters } = request;
  const wanted = textsOf(parameters, 'InstanceId');
  for (const id of wanted) findInstance(id, request, world);
  const instances = ownInstances(request, world)
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .filter((instance) => passesFilters(parameters, filterValues(instance)));
  const reservations = instances.map((instance) => ({
    reservationId: `r-${instance.id.slice(2)}`,
    ownerId: instance.account,
    instancesSet: [describe(instance, world)],
  }));
  return page(parameters, 'reservationSet', reservations);
};

function ownInstances({ account, region }: ApiRequest, { state }: World): readonly FakeInstance[] {
  return state.instances.filter((instance) => instance.account === account && instance.region === region);
}

/** An instance of the request's account and Region. */
export function findInstance(id: string, request: ApiRequest, world: World): FakeInstance {
  if (!/^i-[0-9a-f]{8}([0-9a-f]{9})?$/.test(id))
    throw new Fault('InvalidInstanceID.Malformed', `Invalid id: "${id}"`);
  const instance = ownInstances(request, world).find((one) => one.id === id);
  if (instance === undefined)
    throw new Fault('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
  return instance;
}

const stateCodes: Readonly<Record<string, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

function describe({ id, state, tags }: FakeInstance, world: World) {
  const association = world.state.associations.find(
    (one) => one.instanceId === id && one.state !== 'disassociated',
  );
  return {
    instanceId: id,
    instanceState: { code: stateCodes[state] ?? 0, name: state },
    instanceType: 't3.micro',
    iamInstanceProfile: association && {
      arn: association.instanceProfileArn,
      id: association.instanceProfileId,
    },
    tagSet: Object.entries(tags).map(([key, value]) => ({ key, value })),
  };
}

function filterValues({ id, state, tags }: FakeInstance): Readonly<Record<string, string>> {
  const byTag = Object.entries(tags).map(([key, value]) => [`tag:${key}`, value]);
  return { 'instance-id': id, 'instance-state-name': state, ...Object.fromEntries(byTag) };
}

export function passesFilters(parameters: Parameters, values: Readonly<Record<string, string>>): boolean {
  return structuresOf(parameters, 'Filter').every((filter) =>
    textsOf(filter, 'Value').includes(values[textOf(filter, 'Name') ?? ''] ?? ''),
  );
}

export const instanceOperations: Readonly<Record<string, Operation>> = {
  DescribeInstances: describeInstances,
};
