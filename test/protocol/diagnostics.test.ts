import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionKind,
  CodeActionRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import {
  choosePolicyTypeRequest,
  defaultSettings,
  type InitializationOptions,
  policiesRequest,
  readFileRequest,
} from '../../server/src/protocol.ts';
import { type Joined, join } from './joined.ts';

const uri = 'file:///project/policy.json';
const wrong = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjct", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }]
}`;
const right = wrong.replace('GetObjct', 'GetObject');
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.dispose());

describe('a client that asks for diagnostics', () => {
  test('is told what the server can', async () => {
    const { capabilities } = await joined.initialize();
    expect(capabilities.diagnosticProvider).toEqual({
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    expect(capabilities.experimental.catalogDate).toMatch(/^2026-/);
    expect(capabilities.hoverProvider).toBe(true);
  });

  test('gets the further places of a finding, each with its path as people write it', async () => {
    const arn = 'arn:aws:iam::111122223333:role/deploy';
    const statement = `{ "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:root", "${arn}"] }, "Action": "sts:AssumeRole" }`;
    await joined.initialize();
    await joined.open(uri, `{ "Version": "2012-10-17", "Statement": [${statement}] }`);
    const related = (await joined.pull(uri)).flatMap(({ relatedInformation = [] }) => relatedInformation);
    expect(related.map(({ message }) => message)).toEqual(['Statement[0].Principal.AWS[1]']);
  });

  test('gets what other checks found in a very large policy as places of one finding', async () => {
    await joined.initialize();
    const resources = Array.from(
      { length: 1500 },
      (_, index) => `arn:aws:s3:::amzn-s3-demo-bucket-${index}/*`,
    );
    const statement = { Effect: 'Allow', Action: ['s3:GetObject', 's3:Get*'], Resource: resources };
    await joined.open(uri, JSON.stringify({ Version: '2012-10-17', Statement: statement }));
    const [diagnostic, ...others] = await joined.pull(uri);
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe('RISK_POLICY_TOO_LARGE_TO_ANALYZE');
    expect(diagnostic?.relatedInformation?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: The policy has /),
      expect.stringMatching(/^REDUNDANT_ACTION: s3:Get\* matches all that s3:GetObject matches/),
    ]);
  });

  test('gets code, severity, range, message, and the page of the check', async () => {
    await joined.initialize();
    await joined.open(uri, wrong);
    const [diagnostic, ...others] = await joined.pull(uri);
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      code: 'INVALID_ACTION',
      severity: 1,
      source: 'IAM Roles',
      range: { start: { line: 2, character: 47 }, end: { line: 2, character: 60 } },
    });
    expect(diagnostic?.message).toContain('s3:GetObject');
    expect(diagnostic?.codeDescription?.href).toContain(
      '#access-analyzer-reference-policy-checks-error-invalid-action',
    );
  });

  test('gets those of the newest text', async () => {
    await joined.initialize();
    await joined.open(uri, wrong);
    expect(codes(await joined.pull(uri))).toEqual(['INVALID_ACTION']);
    await joined.change(uri, 2, right);
    expect(await joined.pull(uri)).toEqual([]);
  });

  test('gets none of JSON without a policy, nor of a document that is closed', async () => {
    await joined.initialize();
    await joined.open(uri, '{ "name": "app", "version": "1.0.0" }');
    expect(await joined.pull(uri)).toEqual([]);
    await joined.change(uri, 2, wrong);
    await joined.close(uri);
    expect(await joined.pull(uri)).toEqual([]);
  });

  test('may cancel, and the next request is answered', async () => {
    await joined.initialize();
    await joined.open(uri, wrong);
    const source = new CancellationTokenSource();
    const asked = joined.client.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect(codes(await joined.pull(uri))).toEqual(['INVALID_ACTION']);
  });

  test('gets those of a policy of 170 KB', async () => {
    await joined.initialize();
    const statement = `{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }`;
    const many = Array.from({ length: 1500 }, () => statement).join(',\n');
    await joined.open(
      uri,
      `{ "Version": "2012-10-17", "Statement": [${many}, ${statement.replace('Put', 'Putt')}] }`,
    );
    const diagnostics = await joined.pull(uri);
    expect(codes(diagnostics)).toContain('INVALID_ACTION');
    expect(codes(diagnostics)).toContain('RISK_POLICY_TOO_LARGE_TO_ANALYZE');
  });

  test('gets none while validation is off, and gets them again', async () => {
    await joined.initialize();
    await joined.open(uri, wrong);
    const set = (enable: boolean) =>
      joined.client.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { iamRoles: { ...defaultSettings, validate: { enable } } },
      });
    await set(false);
    expect(await joined.pull(uri)).toEqual([]);
    await set(true);
    expect(codes(await joined.pull(uri))).toEqual(['INVALID_ACTION']);
  });

  test('is believed about actions the data does not know yet', async () => {
    const catalog = { ...defaultSettings.catalog, additionalActions: ['s3:GetObjct'] };
    await joined.initialize({ options: { settings: { ...defaultSettings, catalog } } });
    await joined.open(uri, wrong);
    expect(await joined.pull(uri)).toEqual([]);
  });

  test('sees JSON syntax errors unless it reports them itself', async () => {
    const broken = right.replace('"Effect": "Allow",', '"Effect": "Allow"');
    await joined.initialize();
    await joined.open(uri, broken);
    expect(codes(await joined.pull(uri))).toEqual(['JSON_SYNTAX_ERROR']);
    const other = join();
    await other.initialize({ options: { editorReportsJsonSyntax: true } });
    await other.open(uri, broken);
    expect(await other.pull(uri)).toEqual([]);
    other.dispose();
  });

  test.each(['[]', '["Version"]', '"Version"'])(
    'is told that %s is no policy where a type is chosen',
    async (text) => {
      await joined.initialize({ options: { editorReportsJsonSyntax: true } });
      await joined.open(uri, text);
      expect(await joined.pull(uri)).toEqual([]);
      await joined.client.sendRequest(choosePolicyTypeRequest, { uri, type: 'identity' });
      expect(await joined.pull(uri)).toMatchObject([
        { code: 'JSON_SYNTAX_ERROR', range: { start: { character: 0 }, end: { character: text.length } } },
      ]);
    },
  );

  test('reports text that is no JSON, and an empty one, by itself', async () => {
    await joined.initialize({ options: { editorReportsJsonSyntax: true } });
    for (const text of ['', '[1', 'Version']) {
      await joined.open(`${uri}?${text}`, text);
      await joined.client.sendRequest(choosePolicyTypeRequest, { uri: `${uri}?${text}`, type: 'identity' });
      expect(await joined.pull(`${uri}?${text}`)).toEqual([]);
    }
  });

  test('may have comments in jsonc', async () => {
    await joined.initialize();
    const commented = right.replace('{', '{ // the reader\n');
    await joined.open(uri, commented, 'jsonc');
    expect(await joined.pull(uri)).toEqual([]);
  });
});

describe('a client that is sent diagnostics', () => {
  /** What the server publishes, each once, in order. */
  function published(): (
    wanted: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams> {
    const seen: PublishDiagnosticsParams[] = [];
    let wake = () => {};
    joined.client.onNotification(PublishDiagnosticsNotification.type, (params) => {
      seen.push(params);
      wake();
    });
    return async (wanted) => {
      for (;;) {
        const found = seen.find(wanted);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
  }

  test('gets those of the newest version, and none after closing', async () => {
    const next = published();
    await joined.initialize({ capabilities: {} });
    await joined.open(uri, right);
    await joined.change(uri, 2, wrong);
    const first = await next(({ version }) => version !== undefined);
    expect(first.version).toBe(2);
    expect(codes(first.diagnostics)).toEqual(['INVALID_ACTION']);
    await joined.close(uri);
    expect((await next(({ version }) => version === undefined)).diagnostics).toEqual([]);
  });

  test('gets them anew when the settings change', async () => {
    const next = published();
    await joined.initialize({ capabilities: {} });
    await joined.open(uri, wrong);
    await next(({ diagnostics }) => diagnostics.length === 1);
    await joined.client.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { iamRoles: { validate: { enable: false } } },
    });
    await next(({ diagnostics }) => diagnostics.length === 0);
  });
});

describe('the type of a policy', () => {
  const trust = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }] }`;

  test('is told with where it was taken from, and can be chosen', async () => {
    await joined.initialize();
    await joined.open('file:///project/one.json', trust);
    const ask = () => joined.client.sendRequest(policiesRequest, { uri: 'file:///project/one.json' });
    expect(await ask()).toMatchObject([{ type: 'trust', source: 'content' }]);
    await joined.client.sendRequest(choosePolicyTypeRequest, {
      uri: 'file:///project/one.json',
      type: 'identity',
    });
    expect(await ask()).toMatchObject([{ type: 'identity', source: 'chosen' }]);
    expect(codes(await joined.pull('file:///project/one.json'))).toContain('UNSUPPORTED_PRINCIPAL');
    await joined.client.sendRequest(choosePolicyTypeRequest, { uri: 'file:///project/one.json', type: null });
    expect(await ask()).toMatchObject([{ type: 'trust', source: 'content' }]);
  });

  test('comes from the settings file, which the client reads', async () => {
    joined.client.onRequest(readFileRequest, ({ uri: file }: { uri: string }) =>
      file === 'memfs:/project/iam-roles.config.json'
        ? JSON.stringify({ policies: [{ files: 'guardrails/*.json', type: 'scp' }] })
        : null,
    );
    await joined.initialize({ folder: 'memfs:/project', options: { clientReadsFiles: true } });
    const guardrail = 'memfs:/project/guardrails/deny.json';
    await joined.open(guardrail, right);
    expect(await joined.client.sendRequest(policiesRequest, { uri: guardrail })).toMatchObject([
      { type: 'scp', source: 'settings file' },
    ]);
  });
});

describe('the settings file', () => {
  const folder = 'memfs:/project';
  const policy = `${folder}/roles/a.json`;
  const config = `${folder}/iam-roles.config.json`;

  async function settle(settings: object, options: InitializationOptions = {}): Promise<string> {
    const text = JSON.stringify(settings);
    joined.client.onRequest(readFileRequest, ({ uri: file }: { uri: string }) =>
      file === config ? text : null,
    );
    await joined.initialize({ folder, options: { clientReadsFiles: true, ...options } });
    await joined.open(policy, wrong);
    return text;
  }

  test('gives checks another severity, file by file, and is stronger than the settings', async () => {
    await settle(
      {
        checks: { INVALID_ACTION: 'SUGGESTION' },
        overrides: [{ files: 'old/*', checks: { INVALID_ACTION: 'off' } }],
      },
      { settings: { ...defaultSettings, checks: { INVALID_ACTION: 'WARNING' } } },
    );
    expect(await joined.pull(policy)).toMatchObject([{ code: 'INVALID_ACTION', severity: 3 }]);
    await joined.open(`${folder}/old/b.json`, wrong);
    expect(await joined.pull(`${folder}/old/b.json`)).toEqual([]);
  });

  test('suppresses a finding, with its fixes', async () => {
    await settle({ suppressions: [{ code: 'INVALID_ACTION', files: './roles/a.json', reason: 'Soon.' }] });
    expect(await joined.pull(policy)).toEqual([]);
    const range = { start: { line: 2, character: 47 }, end: { line: 2, character: 47 } };
    const actions = await joined.client.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: policy },
      range,
      context: { diagnostics: [], only: [CodeActionKind.QuickFix] },
    });
    expect(actions).toEqual([]);
  });

  test('adds to the catalog and raises quotas', async () => {
    await settle({
      catalog: { additionalActions: ['s3:GetObjct'] },
      quotas: { roleTrustPolicyLength: 8192 },
    });
    expect(await joined.pull(policy)).toEqual([]);
    const accounts = Array.from(
      { length: 80 },
      (_, index) => `"arn:aws:iam::${100000000000 + index}:role/reader"`,
    );
    const trust = `${folder}/trust.json`;
    await joined.open(
      trust,
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":[${accounts}]}}]}`,
    );
    expect(codes(await joined.pull(trust))).not.toContain('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA');
  });

  test('is told of a suppression of an open file that hides nothing', async () => {
    const unused = { code: 'INVALID_ACTION', files: ['./roles/a.json'], sid: 'None', reason: 'x' };
    const text = await settle({
      suppressions: [
        { code: 'INVALID_ACTION', files: './roles/a.json', path: 'Statement[0]', reason: 'x' },
        unused,
        { ...unused, files: './roles/closed.json' },
        { ...unused, files: '**' },
      ],
    });
    await joined.open(config, text);
    const start = text.indexOf(JSON.stringify(unused));
    expect(await joined.pull(config)).toMatchObject([
      { code: 'UNUSED_SUPPRESSION', severity: 2, range: { start: { line: 0, character: start } } },
    ]);
  });

  test('is told of its mistakes, those of its schema only where no one else reports them', async () => {
    const text = await settle({ checks: { INVALID_ACTON: 'off' }, policys: [] });
    await joined.open(config, text);
    expect((await joined.pull(config)).map(({ message }) => message)).toEqual([
      'There is no check "INVALID_ACTON"; did you mean "INVALID_ACTION"?',
      expect.stringContaining('but no "policys"; did you mean "policies"?'),
    ]);
    const other = join();
    await other.initialize({ options: { editorReportsJsonSyntax: true } });
    await other.open(config, text);
    expect(await other.pull(config)).toHaveLength(1);
    other.dispose();
  });
});

test('the settings give checks another severity, and unknown codes are told of', async () => {
  const warned = new Promise((resolve) => {
    joined.client.onNotification(ShowMessageNotification.type, ({ message }) => resolve(message));
  });
  const checks = { INVALID_ACTION: 'SUGGESTION', INVALID_ACTON: 'off', MISSING_VERSION: 'loud' };
  await joined.initialize();
  await joined.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { iamRoles: { checks } },
  });
  await joined.open(uri, wrong.replace('"Version": "2012-10-17",', ''));
  expect(await joined.pull(uri)).toMatchObject([
    { code: 'MISSING_VERSION', severity: 2 },
    { code: 'INVALID_ACTION', severity: 3 },
  ]);
  expect(await warned).toBe(
    'iamRoles.checks: There is no check "INVALID_ACTON"; did you mean "INVALID_ACTION"?',
  );
});

test('a request that fails inside is answered and logged, and the server goes on', async () => {
  await joined.initialize();
  await joined.open(uri, wrong);
  expect(
    await joined.client.sendRequest(HoverRequest.type, {
      textDocument: { uri: 'file:///no.json' },
      position: { line: 9, character: 9 },
    }),
  ).toBeNull();
  expect(codes(await joined.pull(uri))).toEqual(['INVALID_ACTION']);
});
