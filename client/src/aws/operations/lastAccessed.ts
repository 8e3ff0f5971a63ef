import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  type IAMClient,
  type ServiceLastAccessed,
} from '@aws-sdk/client-iam';
import type { ReviewApi, ServiceUse } from '../../roles/reviewApi.ts';
import type { CallOptions } from './callOptions.ts';
import { required } from './results.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
export function lastAccessedOperations(iam: IAMClient, options: CallOptions) {
  return {
    async generateServiceLastAccessedDetails(arn) {
      const command = new GenerateServiceLastAccessedDetailsCommand({
        Arn: arn,
        Granularity: 'ACTION_LEVEL',
      });
      return required((await iam.send(command, options)).JobId, 'the id of the report');
    },
    async getServiceLastAccessedDetails(jobId) {
      const services: ServiceUse[] = [];
      for (let marker: string | undefined; ; ) {
        const command = new GetServiceLastAccessedDetailsCommand({ JobId: jobId, Marker: marker });
        const answer = await iam.send(command, options);
        if (answer.JobStatus === 'FAILED')
          return { status: 'FAILED', reason: answer.Error?.Message ?? 'AWS gives no reason' };
        if (answer.JobStatus !== 'COMPLETED') return { status: 'IN_PROGRESS' };
        services.push(...(answer.ServicesLastAccessed ?? []).map(serviceUse));
        if (answer.IsTruncated !== true || answer.Marker === undefined)
          return { status: 'COMPLETED', services };
        marker = answer.Marker;
      }
    },
  } satisfies Partial<ReviewApi>;
}

function serviceUse(service: ServiceLastAccessed): ServiceUse {
  const namespace = required(service.ServiceNamespace, 'the prefix of a service');
  return {
    name: service.ServiceName ?? namespace,
    namespace,
    lastUsed: service.LastAuthenticated,
    region: service.LastAuthenticatedRegion,
    actions: (service.TrackedActionsLastAccessed ?? []).map(({ ActionName, LastAccessedTime }) => ({
      name: required(ActionName, 'the name of an action'),
      lastUsed: LastAccessedTime,
    })),
  };
}
