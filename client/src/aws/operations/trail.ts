import { type CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { ReviewApi, TrailEvent } from '../../roles/reviewApi.ts';
import type { CallOptions } from './callOptions.ts';
import { required } from './results.ts';

/** AWS's most. */
const pageSize = 50;

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
export function trailOperations(cloudTrail: CloudTrailClient, options: CallOptions) {
  return {
    async lookupEvents({ key, value }, atMost) {
      const events: TrailEvent[] = [];
      for (let token: string | undefined; ; ) {
        const command = new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: key, AttributeValue: value }],
          MaxResults: Math.min(pageSize, atMost - events.length),
          NextToken: token,
        });
        const { Events = [], NextToken } = await cloudTrail.send(command, options);
        events.push(
          ...Events.map(({ EventId, EventTime, CloudTrailEvent = '{}' }) => ({
            id: required(EventId, 'the id of an event'),
            time: required(EventTime, 'the time of an event'),
            record: CloudTrailEvent,
          })),
        );
        token = NextToken;
        if (token === undefined || events.length >= atMost) return { events, more: token !== undefined };
      }
    },
  } satisfies Partial<ReviewApi>;
}
