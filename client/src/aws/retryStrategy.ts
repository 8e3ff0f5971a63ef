import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types';
import type { Service } from './clients.ts';

const maxAttempts = 5;

/** The SDK's standard mode; see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
export function retryStrategy(service: Service): StandardRetryStrategy {
  return service === 'iam' ? new QuotasAreFinal(maxAttempts) : new StandardRetryStrategy(maxAttempts);
}

/** The SDK counts LimitExceeded as throttling; IAM says it of quotas, which no waiting changes. */
class QuotasAreFinal extends StandardRetryStrategy {
  override refreshRetryTokenForRetry(
    token: StandardRetryToken,
    info: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    const isQuota = /^LimitExceeded(?:Exception)?$/.test(info.error?.name ?? '');
    return super.refreshRetryTokenForRetry(token, isQuota ? { ...info, errorType: 'CLIENT_ERROR' } : info);
  }
}
