import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CheckPolicyParams,
  checkPolicyRequest,
  type PolicyFinding,
  type PolicyInDocument,
  policyDocumentsRequest,
  type RoleCatalog,
  roleCatalogRequest,
} from '../../server/src/protocol.ts';
import { type Joined, join } from './joined.ts';

let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.dispose());

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

async function policiesOf(text: string, languageId = 'json'): Promise<readonly PolicyInDocument[]> {
  await joined.open('file:///project/one.json', text, languageId);
  return joined.client.sendRequest(policyDocumentsRequest, { uri: 'file:///project/one.json' });
}

describe('the policies of a document', () => {
  test('keep the text of a document that is nothing else', async () => {
    await joined.initialize();
    const text = JSON.stringify(trust, undefined, 3);
    const [policy, ...others] = await policiesOf(`\n${text}\n`);
    expect(others).toEqual([]);
    expect(policy).toMatchObject({ type: 'trust', source: 'content', text, complete: true, findings: [] });
    expect(policy?.range.start).toEqual({ line: 1, character: 0 });
  });

  test('come out of the string they are wrapped in', async () => {
    await joined.initialize();
    const wrapped = { Role: { AssumeRolePolicyDocument: JSON.stringify(trust) } };
    const [policy] = await policiesOf(JSON.stringify(wrapped));
    expect(JSON.parse(policy?.text ?? '')).toEqual(trust);
    expect(policy).toMatchObject({ type: 'trust', complete: true });
  });

  test('are complete in a template, unless a deployment fills them in', async () => {
    await joined.initialize();
    const role = (service: unknown) => ({
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          ...trust,
          Statement: [{ ...trust.Statement[0], Principal: { Service: service } }],
        },
      },
    });
    const resources = { Known: role('ec2.amazonaws.com'), Later: role({ Ref: 'Service' }) };
    const [known, later] = await policiesOf(JSON.stringify({ Resources: resources }));
    expect(JSON.parse(known?.text ?? '')).toEqual(trust);
    expect(known?.complete).toBe(true);
    expect(later?.complete).toBe(false);
    expect(later?.text).toContain('"Ref"');
  });

  test('lose the comments that AWS does not take', async () => {
    await joined.initialize();
    const text = JSON.stringify(trust, undefined, 2).replace('"Effect"', '// whom\n"Effect"');
    const [policy] = await policiesOf(text, 'jsonc');
    expect(JSON.parse(policy?.text ?? '')).toEqual(trust);
    expect(policy?.complete).toBe(true);
  });

  test('are documents also where a statement stands alone', async () => {
    await joined.initialize();
    const [policy] = await policiesOf(JSON.stringify(trust.Statement[0]));
    expect(JSON.parse(policy?.text ?? '')).toEqual(trust);
  });

  test('are not complete while something is still to be typed', async () => {
    await joined.initialize();
    const [policy] = await policiesOf(JSON.stringify(trust).replace('"sts:AssumeRole"', ''));
    expect(policy).toMatchObject({ complete: false });
  });

  test('have their own findings, syntax errors among them though the editor reports those', async () => {
    await joined.initialize({ options: { editorReportsJsonSyntax: true } });
    const one = JSON.stringify(trust);
    const other = one.replace('Allow', 'Alow');
    const [first, second] = await policiesOf(`{ "a": ${one},, "b": ${other} }`);
    expect(first?.findings.map(({ code }) => code)).toEqual(['JSON_SYNTAX_ERROR']);
    expect(second?.findings).toMatchObject([
      { severity: 'ERROR', range: { start: { line: 0 }, end: { line: 0 } } },
    ]);
    const { start } = second?.findings[0]?.range ?? {};
    expect(`{ "a": ${one},, "b": ${other} }`.slice(start?.character).startsWith('"Alow"')).toBe(true);
  });

  test('are none of a document that is not open', async () => {
    await joined.initialize();
    expect(
      await joined.client.sendRequest(policyDocumentsRequest, { uri: 'file:///project/two.json' }),
    ).toEqual([]);
  });
});

describe('a policy in no document', () => {
  const check = (params: CheckPolicyParams): Promise<readonly PolicyFinding[]> =>
    joined.client.sendRequest(checkPolicyRequest, params);

  test('is checked as the type it is said to be', async () => {
    await joined.initialize();
    const text = JSON.stringify(trust);
    expect(await check({ text, type: 'trust' })).toEqual([]);
    expect(await check({ text, type: 'identity' })).toMatchObject([
      { code: 'MISSING_RESOURCE', severity: 'ERROR' },
      { code: 'UNSUPPORTED_PRINCIPAL', severity: 'ERROR' },
    ]);
  });

  test('is wrong when it is no JSON', async () => {
    await joined.initialize();
    const codes = (await check({ text: '{ "Version": "2012-10-17" ', type: 'trust' })).map(
      ({ code }) => code,
    );
    expect(codes).toContain('JSON_SYNTAX_ERROR');
  });

  test('is judged as the settings say', async () => {
    await joined.initialize();
    const text = JSON.stringify(trust);
    await joined.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { iamRoles: { checks: { UNSUPPORTED_PRINCIPAL: 'WARNING', MISSING_RESOURCE: 'off' } } },
    });
    expect(await check({ text, type: 'identity' })).toMatchObject([{ severity: 'WARNING' }]);
  });
});

test('the catalog of roles has what can be attached and trusted', async () => {
  await joined.initialize();
  const catalog = await joined.client.sendRequest<RoleCatalog>(roleCatalogRequest);
  const { managedPolicies, servicePrincipals, oidcProviders } = catalog;
  expect(managedPolicies.find(({ name }) => name === 'AmazonS3ReadOnlyAccess')?.arn).toBe(
    'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
  );
  expect(managedPolicies.filter(({ arn }) => arn.includes('/aws-service-role/'))).toEqual([]);
  expect(servicePrincipals[0]).toMatchObject({
    principal: 'ec2.amazonaws.com',
    service: 'Amazon EC2',
    actions: ['sts:AssumeRole'],
  });
  expect(servicePrincipals[0]?.managedPolicies).toContain(
    'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
  );
  expect(servicePrincipals.find(({ principal }) => principal === 'pods.eks.amazonaws.com')?.actions).toEqual([
    'sts:AssumeRole',
    'sts:TagSession',
  ]);
  expect(oidcProviders.find(({ name }) => name === 'GitHub Actions')).toMatchObject({
    issuer: 'token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subjectClaim: 'sub',
  });
});
