import { describe, expect, it } from 'vitest';
import { actionUrl, serviceUrl } from '../../../server/src/catalog/documentationUrl.ts';
import { findAction } from '../../../server/src/catalog/findAction.ts';
import { findServicePrincipal } from '../../../server/src/catalog/findServicePrincipal.ts';
import { testCatalog } from '../../catalog.ts';

const catalog = testCatalog();

describe('findAction', () => {
  it('takes any letter case', () => {
    expect(findAction(catalog, 'S3', 'getobject')).toMatchObject({
      prefix: 's3',
      name: 'GetObject',
      accessLevel: 'Read',
    });
    expect(findAction(catalog, 's3', 'ListObjects')).toBeUndefined();
    expect(findAction(catalog, 'nosuch', 'GetObject')).toBeUndefined();
  });
});

describe('findServicePrincipal', () => {
  it.each([
    ['ec2.amazonaws.com', 'ec2.amazonaws.com', undefined],
    ['EC2.amazonaws.com', 'ec2.amazonaws.com', undefined],
    ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com', undefined],
    ['logs.eu-west-1.amazonaws.com', 'logs.amazonaws.com', 'eu-west-1'],
    ['states.us-gov-west-1.amazonaws.com', 'states.amazonaws.com', 'us-gov-west-1'],
  ])('%s is %s', (name, principal, region) => {
    const found = findServicePrincipal(catalog, name);
    expect(found?.principal.principal).toBe(principal);
    expect(found?.region?.code).toBe(region);
  });

  it.each(['ec2', 'nosuch.amazonaws.com', 'logs.eu-nowhere-1.amazonaws.com', '*.amazonaws.com'])(
    '%s is none',
    (name) => {
      expect(findServicePrincipal(catalog, name)).toBeUndefined();
    },
  );
});

describe('documentation', () => {
  const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

  it('of a service is the page of its prefix', () => {
    expect(serviceUrl(catalog, 'S3')).toBe(`${reference}list_s3.html`);
    expect(serviceUrl(catalog, 'application-autoscaling')).toBe(
      `${reference}list_application-autoscaling.html`,
    );
  });

  it('of an action is its row', () => {
    const action = findAction(catalog, 's3', 'getobject');
    expect(action && actionUrl(catalog, action)).toBe(`${reference}list_s3.html#list_s3-action-GetObject`);
  });

  it('is none where the reference lists nothing', () => {
    expect(serviceUrl(catalog, 'deepracer')).toBeUndefined();
    const action = findAction(catalog, 'memorydb', 'ReplicateMultiRegionClusterData');
    expect(action?.added).toBe(true);
    expect(action && actionUrl(catalog, action)).toBeUndefined();
  });
});
