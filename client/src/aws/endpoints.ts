import type { Environment, ProfileFiles, Section } from './profileFiles.ts';

/** By the name in `AWS_ENDPOINT_URL_NAME`. */
export const services = ['IAM', 'STS', 'EC2', 'ACCESSANALYZER', 'SSO', 'SSO_OIDC', 'SIGNIN'] as const;
export type Service = (typeof services)[number];

/** How requests reach AWS. */
export interface Endpoints {
  /** The custom endpoints of services, as URLs. */
  readonly custom: Readonly<Partial<Record<Service, string>>>;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
}

/**
 * As the AWS CLI takes them, while clients of the SDK look at the profile in `AWS_PROFILE` whichever they are for:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function resolveEndpoints(section: Section, files: ProfileFiles, env: Environment): Endpoints {
  const isTrue = (variable: string, key: string) =>
    (env[variable] ?? section[key] ?? '').toLowerCase() === 'true';
  const ignore = isTrue('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'ignore_configured_endpoint_urls');
  const bySection = files.services.get(section['services'] ?? '') ?? {};
  const endpointOf = (service: Service) =>
    env[`AWS_ENDPOINT_URL_${service}`] ||
    env['AWS_ENDPOINT_URL'] ||
    bySection[`${service.toLowerCase()}.endpoint_url`] ||
    section['endpoint_url'];
  const found = services.flatMap((service) => {
    const endpoint = ignore ? undefined : endpointOf(service);
    return endpoint ? [[service, endpoint] as const] : [];
  });
  return {
    custom: Object.fromEntries(found),
    useFipsEndpoint: isTrue('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint'),
    useDualstackEndpoint: isTrue('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint'),
  };
}

/** What a client of the SDK is made with, so that it does not look for an endpoint itself. */
export function endpointOptions(endpoints: Endpoints, service: Service) {
  const { custom, useFipsEndpoint, useDualstackEndpoint } = endpoints;
  const endpoint = custom[service];
  if (endpoint !== undefined) return { endpoint };
  return { ignoreConfiguredEndpointUrls: true, useFipsEndpoint, useDualstackEndpoint };
}
