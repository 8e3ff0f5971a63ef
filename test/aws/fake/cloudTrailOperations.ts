import type { FakeEvent } from './state.ts';
import { numberOf, structuresOf, textOf } from './wire/data.ts';
import { Fault } from './wire/fault.ts';
import type { Operation } from './world.ts';

/** What events are looked up by. */
const attributes: Readonly<Record<string, (event: FakeEvent) => readonly (string | undefined)[]>> = {
  EventId: ({ id }) => [id],
  EventName: ({ name }) => [name],
  EventSource: ({ source }) => [source],
  Username: ({ user }) => [user],
  AccessKeyId: ({ accessKeyId }) => [accessKeyId],
  ReadOnly: ({ readOnly }) => [String(readOnly ?? false)],
  ResourceName: ({ resources }) => resources.map(({ name }) => name),
  ResourceType: ({ resources }) => resources.map(({ type }) => type),
};

/** Newest first, 50 a page at most. */
const lookupEvents: Operation = ({ parameters }, { state }) => {
  const wanted = structuresOf(parameters, 'LookupAttributes');
  if (wanted.length > 1)
    throw new Fault('InvalidLookupAttributesException', 'You can only specify one lookup attribute.');
  const size = numberOf(parameters, 'MaxResults') ?? 50;
  if (!(size >= 1 && size <= 50))
    throw new Fault('InvalidMaxResultsException', 'A value between 1 and 50 must be specified.');
  const from = (numberOf(parameters, 'StartTime') ?? 0) * 1000;
  const to = (numberOf(parameters, 'EndTime') ?? Number.POSITIVE_INFINITY) * 1000;
  if (from > to)
    throw new Fault('InvalidTimeRangeException', 'The start time must not be after the end time.');
  const events = state.events
    .filter((event) =>
      wanted.every((attribute) =>
        attributes[String(attribute['AttributeKey'])]?.(event).includes(String(attribute['AttributeValue'])),
      ),
    )
    .filter(({ time }) => Date.parse(time) >= from && Date.parse(time) <= to)
    .sort((one, other) => Date.parse(other.time) - Date.parse(one.time));
  const start = readToken(textOf(parameters, 'NextToken'));
  const end = start + size;
  return {
    Events: events.slice(start, end).map(describe),
    NextToken: end < events.length ? `event-${end}` : undefined,
  };
};

function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const start = /^event-(\d+)$/.exec(token)?.[1];
  if (start === undefined) throw new Fault('InvalidNextTokenException', 'The next token is not valid.');
  return Number(start);
}

function describe({ id, name, source, time, user, accessKeyId, readOnly, resources, event }: FakeEvent) {
  return {
    EventId: id,
    EventName: name,
    EventSource: source,
    EventTime: Date.parse(time) / 1000,
    Username: user,
    AccessKeyId: accessKeyId,
    ReadOnly: String(readOnly ?? false),
    Resources: resources.map((resource) => ({ ResourceType: resource.type, ResourceName: resource.name })),
    CloudTrailEvent: event,
  };
}

export const cloudTrailOperations: Readonly<Record<string, Operation>> = { LookupEvents: lookupEvents };
