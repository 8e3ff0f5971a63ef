import { strict as assert } from 'node:assert';
import { Selection, workspace } from 'vscode';
import { applyFirst, hasText, openMarked } from './codeActions.ts';
import { closeAll, fileUri, openFile } from './workbench.ts';

interface Case {
  readonly what: string;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

/** A policy of one statement, indented with tabs. */
function statement(...lines: readonly string[]): string {
  const elements = ['"Effect": "Allow"', ...lines].join(',\n\t\t\t');
  return `{\n\t"Version": "2012-10-17",\n\t"Statement": [\n\t\t{\n\t\t\t${elements}\n\t\t}\n\t]\n}\n`;
}

function statements(...texts: readonly string[]): string {
  return `{\n\t"Statement": [\n\t\t${texts.join(',\n\t\t')}\n\t]\n}\n`;
}

const rewrite = 'refactor.rewrite.iamRoles';
const everywhere = '"Resource": "*"';
const bucket = '"Resource": "arn:aws:s3:::amzn-s3-demo-bucket"';

const cases: readonly Case[] = [
  {
    what: 'expand a wildcard',
    kind: `${rewrite}.expandWildcard`,
    before: statement('"Action": "sqs:*Per«»mission"', everywhere),
    after: statement(
      '"Action": [\n\t\t\t\t"sqs:AddPermission",\n\t\t\t\t"sqs:RemovePermission"\n\t\t\t]',
      everywhere,
    ),
  },
  {
    what: 'collapse actions',
    kind: `${rewrite}.collapseActions`,
    before: statement('"Action": ["sqs:Add«»Permission", "sqs:RemovePermission"]', everywhere),
    after: statement('"Action": ["sqs:*Permission"]', everywhere),
  },
  {
    what: 'split a statement by service',
    kind: `${rewrite}.splitByService`,
    before: statements(
      '{ "Effect": "Allow", "Action": ["sqs:Send«»Message", "sns:Publish"], "Resource": "*" }',
    ),
    after: statements(
      '{ "Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "*" }',
      '{ "Effect": "Allow", "Action": ["sns:Publish"], "Resource": "*" }',
    ),
  },
  {
    what: 'split a statement by access level',
    kind: `${rewrite}.splitByAccessLevel`,
    before: statements(
      '{ "Effect": "Allow", "Action": ["sqs:Send«»Message", "sqs:ListQueues"], "Resource": "*" }',
    ),
    after: statements(
      '{ "Effect": "Allow", "Action": ["sqs:ListQueues"], "Resource": "*" }',
      '{ "Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "*" }',
    ),
  },
  {
    what: 'merge statements',
    kind: `${rewrite}.mergeStatements`,
    before: statements(
      '{ "Effect": "Allow", "Action": ["sqs:Send«»Message"], "Resource": "*" }',
      '{ "Effect": "Allow", "Action": ["sns:Publish"], "Resource": "*" }',
    ),
    after: statements('{ "Effect": "Allow", "Action": ["sqs:SendMessage", "sns:Publish"], "Resource": "*" }'),
  },
  {
    what: 'write a value as a list',
    kind: `${rewrite}.listForm`,
    before: statement('"Action": "s3:List«»Bucket"', bucket),
    after: statement('"Action": ["s3:ListBucket"]', bucket),
  },
  {
    what: 'shrink a policy',
    kind: `${rewrite}.shrink`,
    before: statement('"Action": ["s3:List«»Bucket"]', bucket),
    after:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket"],"Resource":"arn:aws:s3:::amzn-s3-demo-bucket"}]}\n',
  },
  {
    what: 'sort and format',
    kind: 'source.format.iamRoles',
    before: statement(bucket, '"Action": "s3:List«»Bucket"'),
    after: statement('"Action": "s3:ListBucket"', bucket),
  },
];

function inTemplate(policy: string): string {
  const lines = policy.trimEnd().replaceAll('\n', '\n\t\t\t\t');
  return `{\n\t"Resources": {\n\t\t"Queues": {\n\t\t\t"Type": "AWS::IAM::ManagedPolicy",\n\t\t\t"Properties": {\n\t\t\t\t"PolicyDocument": ${lines}\n\t\t\t}\n\t\t}\n\t}\n}\n`;
}

function forms({ before, after, kind }: Case): readonly (readonly [string, string, string])[] {
  const plain = [
    ['indented with tabs', before, after],
    ['with line breaks of Windows', before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
  ] as const;
  if (kind.endsWith('.shrink')) return plain;
  const four = (text: string) => text.replaceAll('\t', '    ');
  return [
    ...plain,
    ['indented by four spaces', four(before), four(after)],
    ['in a CloudFormation template', inTemplate(before), inTemplate(after)],
  ];
}

describe('Refactorings', () => {
  afterEach(closeAll);

  for (const one of cases) {
    for (const [form, before, after] of forms(one)) {
      it(`${one.what}, ${form}`, async () => {
        const editor = await openMarked(before);
        await applyFirst(editor, one.kind);
        await hasText(editor, after);
      });
    }
  }

  it('leave the escapes of a policy in a string', async () => {
    const policy = { Statement: [{ Effect: 'Allow', Action: ['sqs:*Permission'], Resource: '*' }] };
    const text = JSON.stringify({ Policy: JSON.stringify(policy) }, undefined, 2);
    const editor = await openMarked(text.replace('*Per', '*Per«»'));
    const wanted = text.replace(
      '\\"sqs:*Permission\\"',
      '\\"sqs:AddPermission\\", \\"sqs:RemovePermission\\"',
    );
    await applyFirst(editor, `${rewrite}.expandWildcard`);
    await hasText(editor, wanted);
  });

  it('move a statement to a new file beside the document', async () => {
    const [whole, made] = [fileUri('two.json'), fileUri('two-Queues.json')];
    const [first, second] = [
      '{ "Sid": "Topics", "Effect": "Allow", "Action": "sns:Publish", "Resource": "*" }',
      '{ "Sid": "Queues", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" }',
    ];
    const text = statements(first, second);
    await workspace.fs.writeFile(whole, new TextEncoder().encode(text));
    const editor = await openFile('two.json');
    const place = editor.document.positionAt(text.indexOf('sqs:'));
    editor.selection = new Selection(place, place);
    await applyFirst(editor, 'refactor.extract.iamRoles.statements');
    await hasText(editor, statements(first));
    const moved = await workspace.openTextDocument(made);
    assert.deepEqual(JSON.parse(moved.getText()), { Statement: [JSON.parse(second)] });
    await closeAll();
    for (const file of [whole, made]) await workspace.fs.delete(file);
  });

  it('move what exceeds the quota to a second file', async () => {
    const [whole, made] = [fileUri('large.json'), fileUri('large-2.json')];
    const all = Array.from(
      { length: 60 },
      (_, index) =>
        `{ "Sid": "Queue${index}", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders-${index}" }`,
    );
    await workspace.fs.writeFile(whole, new TextEncoder().encode(statements(...all)));
    const editor = await openFile('large.json');
    const { document } = editor;
    await applyFirst(editor, 'refactor.extract.iamRoles.splitPolicy');
    const moved = await workspace.openTextDocument(made);
    const [kept, rest] = [document, moved].map((one) => JSON.parse(one.getText()).Statement);
    assert.deepEqual([...kept, ...rest], JSON.parse(statements(...all)).Statement);
    assert.ok(document.getText().replaceAll(/\s/g, '').length <= 6144);
    assert.ok(rest.length > 0);
    await closeAll();
    for (const file of [whole, made]) await workspace.fs.delete(file);
  });
});
