import { describe, expect, it } from 'vitest';
import { testCatalog } from '../../catalog.ts';
import { latestManagedPolicies } from '../../corpus/managedPolicies.ts';

const catalog = testCatalog();

describe('AWS managed policies', () => {
  it('are all there, by name, with the latest document', () => {
    const packaged = [...latestManagedPolicies()];
    expect(catalog.managedPolicies.map(({ name, version }) => ({ name, version }))).toEqual(
      packaged.map(({ name, version }) => ({ name, version })),
    );
    for (const { name, document } of packaged) {
      expect(JSON.parse(catalog.managedPolicyDocument(name) ?? '')).toEqual(document);
    }
  });

  it('have the ARN that IAM gives them', () => {
    const arn = (name: string) => catalog.managedPolicies.find((policy) => policy.name === name);
    expect(arn('AdministratorAccess')).toMatchObject({
      arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      serviceLinked: false,
    });
    expect(arn('AWSLambdaBasicExecutionRole')).toMatchObject({
      arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      serviceLinked: false,
    });
    expect(arn('AccessAnalyzerServiceRolePolicy')).toMatchObject({
      arn: 'arn:aws:iam::aws:policy/aws-service-role/AccessAnalyzerServiceRolePolicy',
      serviceLinked: true,
    });
  });

  it('are found by their exact name only', () => {
    expect(catalog.managedPolicyDocument('administratoraccess')).toBeUndefined();
    expect(catalog.managedPolicyDocument('toString')).toBeUndefined();
  });
});
