import type { Environment, ProfileFiles, Section } from './profileFiles.ts';

/** Services, and how the AWS CLI names them in `[services]` sections. */
const services = {
  iam: 'iam',
  sts: 'sts',
  ec2: 'ec2',
  'access-analyzer': 'accessanalyzer',
  cloudtrail: 'cloudtrail',
  sso: 'sso',
  sso_oidc: 'sso_oidc',
  signin: 'signin',
} as const;
type ConfiguredService = keyof typeof services;

/** How requests reach AWS. */
export interface ConfiguredEndpoints {
  /** URLs of services that are not called where AWS has them. */
  readonly custom: Readonly<Partial<Record<ConfiguredService, string>>>;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
}

/**
 * As the AWS CLI takes them, while clients of the SDK look at the profile in `AWS_PROFILE`, whichever they are for:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function resolveEndpoints(
  section: Section,
  files: Pick<ProfileFiles, 'services'>,
  env: Environment,
): ConfiguredEndpoints {
  const isTrue = (variable: string, key: string) =>
    (env[variable] ?? section[key] ?? '').toLowerCase() === 'true';
  const ignore = isTrue('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'ignore_configured_endpoint_urls');
  const named = files.services.get(section['services'] ?? '') ?? {};
  const endpointOf = (service: string) =>
    env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ||
    env['AWS_ENDPOINT_URL'] ||
    named[`${service}.endpoint_url`] ||
    section['endpoint_url'];
  const found = Object.entries(services).flatMap(([service, name]) => {
    const endpoint = ignore ? undefined : endpointOf(name);
    return endpoint ? [[service, endpoint] as const] : [];
  });
  return {
    custom: Object.fromEntries(found),
    useFipsEndpoint: isTrue('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint'),
    useDualstackEndpoint: isTrue('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint'),
  };
}
