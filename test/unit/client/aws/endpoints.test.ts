import { expect, test } from 'vitest';
import { createClients } from '../../../../client/src/aws/clients.ts';
import { resolveEndpoints } from '../../../../client/src/aws/endpoints.ts';

const files = { services: new Map() };

test('FIPS and dual-stack endpoints are those of the environment, else of the profile', () => {
  const both = { use_fips_endpoint: 'true', use_dualstack_endpoint: 'True' };
  expect(resolveEndpoints(both, files, {})).toMatchObject({
    useFipsEndpoint: true,
    useDualstackEndpoint: true,
  });
  expect(resolveEndpoints({}, files, {})).toMatchObject({
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });
  const env = { AWS_USE_FIPS_ENDPOINT: 'false', AWS_USE_DUALSTACK_ENDPOINT: 'false' };
  expect(resolveEndpoints(both, files, env)).toMatchObject({
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });
});

test('clients call them, but for a service with a custom endpoint', async () => {
  const variant = { useFipsEndpoint: true, useDualstackEndpoint: false };
  const { iam, sts } = createClients({
    region: 'us-gov-west-1',
    endpoints: { iam: 'http://127.0.0.1:9' },
    variant,
    credentials: () => Promise.reject(new Error('Nothing is called.')),
    observer: { log: () => {}, forgetCredentials: () => {} },
  });
  expect(await sts.config.useFipsEndpoint()).toBe(true);
  expect(await iam.config.useFipsEndpoint()).toBe(false);
});
