import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { documentationOf } from '../../../server/src/features/completion/documentationOf.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { defaultSettings } from '../../../server/src/protocol.ts';
import { testCatalog } from '../../catalog.ts';
import { completeAt, statement } from './applyItem.ts';

const identity = { chosen: { type: 'identity' } } as const;

/** A policy wrapped in so many strings, the cursor in it. */
function wrapped(policy: string, times: number): string {
  let text = policy;
  for (let count = 0; count < times; count++) text = JSON.stringify({ Document: text });
  return text;
}

function unwrapped(text: string, times: number): unknown {
  let value: unknown = text;
  for (let count = 0; count <= times; count++) {
    value = JSON.parse(String(value));
    if (count < times && typeof value === 'object' && value !== null && 'Document' in value)
      value = value.Document;
  }
  return value;
}

describe.each([1, 2, 3])('in a policy held as a string, %i deep', (times) => {
  const members = '"Effect":"Allow","Action":"s3:GetObject"';

  test('text within quotes', () => {
    const { after } = completeAt(wrapped(statement(`${members},"Resource":"|"`), times));
    expect(unwrapped(after('arn:aws:s3:::BucketName/ObjectName'), times)).toEqual(
      JSON.parse(statement(`${members},"Resource":"arn:aws:s3:::BucketName/ObjectName"`)),
    );
  });

  test('text that brings its quotes', () => {
    const { after } = completeAt(wrapped(statement(`${members},"Resource":|`), times));
    expect(unwrapped(after('arn:aws:s3:::BucketName/ObjectName'), times)).toEqual(
      JSON.parse(statement(`${members},"Resource":"arn:aws:s3:::BucketName/ObjectName"`)),
    );
  });

  test('keys and their commas', () => {
    const { after } = completeAt(wrapped(statement(`|\n\t${members}`), times));
    expect(unwrapped(after('Condition'), times)).toEqual(JSON.parse(statement(`"Condition":{},${members}`)));
  });

  test('keys with a half-typed name', () => {
    const { after } = completeAt(wrapped(statement(`${members},"Res|"`), times));
    expect(unwrapped(after('Resource'), times)).toEqual(JSON.parse(statement(`${members},"Resource":[""]`)));
  });

  test('variables', () => {
    const { after } = completeAt(
      wrapped(statement(`${members},"Resource":"arn:aws:s3:::b/\${aws:u|}"`), times),
    );
    expect(unwrapped(after("${aws:PrincipalTag/TagKey, 'default'}"), times)).toEqual(
      JSON.parse(statement(`${members},"Resource":"arn:aws:s3:::b/\${aws:PrincipalTag/TagKey, 'default'}"`)),
    );
  });
});

describe('around policies', () => {
  const template = (arns: string) =>
    `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"ManagedPolicyArns":${arns},"AssumeRolePolicyDocument":${statement('"Effect":"Allow"')}}}}}`;

  test('managed policies go into ManagedPolicyArns', () => {
    expect(completeAt(template('["ReadOnlyAcc|"]')).after('ReadOnlyAccess')).toBe(
      template('["arn:aws:iam::aws:policy/ReadOnlyAccess"]'),
    );
    expect(completeAt(template('["|"]').replace('ManagedPolicyArns', 'Tags')).labels).toEqual([]);
  });

  test('managed policies need no policy beside them', () => {
    const alone = (arns: string) => `{"Properties":{"ManagedPolicyArns":${arns}}}`;
    const { labels, item, after } = completeAt(alone('["ReadOnlyAcc|"]'));
    expect(labels[0]).toBe('ReadOnlyAccess');
    expect(item('ReadOnlyAccess').filterText).toMatch(/^ReadOnlyAccess arn:aws:/);
    expect(after('ReadOnlyAccess')).toBe(alone('["arn:aws:iam::aws:policy/ReadOnlyAccess"]'));
    expect(completeAt(alone('["arn:aws:iam::aws:policy/ReadOnly|"]')).item('ReadOnlyAccess').filterText).toBe(
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    );
    expect(completeAt('{"Properties":{"Arns":["ReadOnlyAcc|"]}}').labels).toEqual([]);
  });

  test('policies that nobody can attach are not offered', () => {
    expect(completeAt(template('["AWSServiceRoleFor|"]')).labels).not.toContain(
      'AWSSupportServiceRolePolicy',
    );
  });
});

describe('a statement alone', () => {
  test('is completed like one in a document', () => {
    expect(completeAt('{"Effect":"Allow","Action":"s3:GetOb|"}').after('s3:GetObject')).toBe(
      '{"Effect":"Allow","Action":"s3:GetObject"}',
    );
    expect(completeAt('{"Effect":"Allow","Action":"s3:GetObject",|}').labels).toContain('Resource');
  });
});

describe('replies', () => {
  const everywhere = statement(
    '"Effect":"Allow","Principal":{"Service":"","AWS":"","Federated":""},"Action":["ec2:",""],"Resource":[""],' +
      '"Condition":{"StringEquals":{"iam:PolicyARN":"","iam:PassedToService":"","aws:RequestedRegion":"","iam:AWSServiceName":"","":""},"":{}}',
  );

  test.each(['identity', 'trust', 'resource', 'rcp', 'scp'] as const)(
    'stay below 40 KB everywhere in a %s policy',
    (type) => {
      const file = readDocument(everywhere, { chosen: { type } });
      const context = { catalog: testCatalog(), settings: defaultSettings };
      for (let offset = 0; offset <= everywhere.length; offset++) {
        const { items } = complete(file, offset, context);
        expect(JSON.stringify(items.map(asProtocol)).length).toBeLessThan(40_000);
      }
    },
  );
});

/** About what a server without defaults for a whole list has to send. */
function asProtocol({
  label,
  detail,
  insert,
  sortText,
  filterText,
  doc,
  retrigger,
  commas,
}: ReturnType<typeof completeAt>['items'][number]) {
  const position = { line: 1234, character: 123 };
  const range = { start: position, end: position };
  return {
    label,
    kind: 12,
    labelDetails: { description: detail },
    sortText,
    filterText: filterText === label ? undefined : filterText,
    insertTextFormat: 2,
    textEdit: { range, newText: insert.text },
    additionalTextEdits: commas.length > 0 ? commas.map(() => ({ range, newText: ',' })) : undefined,
    command: retrigger ? { title: 'Suggest', command: 'editor.action.triggerSuggest' } : undefined,
    data: doc,
  };
}

describe('documentation', () => {
  test.each([
    ['"Action":"s3:GetObj|"', 's3:GetObject', 'Read'],
    ['"Action":"s3:|"', 's3:Get*', 'actions'],
    ['"Action":"s|"', 's3:', 'Amazon S3'],
    ['|', 'Effect', 'Allow'],
    [
      '"Action":"s3:GetObject","Resource":"|"',
      'arn:aws:s3:::BucketName/ObjectName',
      'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    ],
    ['"Condition":{|}', 'StringLike', 'patterns'],
    ['"Condition":{"StringEquals":{|}}', 'aws:PrincipalOrgID', 'organization'],
    ['"Condition":{"StringEquals":{|}}', 'aws:PrincipalTag/TagKey', 'tag'],
    ['"Condition":{"StringEquals":{"aws:RequestedRegion":"|"}}', 'eu-west-1', 'Ireland'],
    ['"Condition":{"StringEquals":{"iam:PassedToService":"|"}}', 'ec2.amazonaws.com', 'EC2'],
    ['"Condition":{"ArnEquals":{"iam:PolicyARN":"ReadOnlyA|"}}', 'ReadOnlyAccess', 'AWS managed policy'],
  ])('of what %s offers as %s', (members, label, expected) => {
    const { doc } = completeAt(statement(members), identity).item(label);
    expect(doc && documentationOf(doc, testCatalog())).toContain(expected);
  });

  test.each([
    ['"Principal":{|}', 'Federated', 'provider'],
    ['"Principal":{"Service":"|"}', 'lambda.amazonaws.com', 'Lambda'],
    ['"Principal":{"AWS":"|"}', 'arn:aws:iam::111122223333:root', 'account'],
    ['"Principal":{"Federated":"|"}', 'arn:aws:iam::111122223333:oidc-provider/gitlab.com', 'GitLab'],
  ])('of what %s offers as %s in a trust policy', (members, label, expected) => {
    const { doc } = completeAt(statement(members), { chosen: { type: 'trust' } }).item(label);
    expect(doc && documentationOf(doc, testCatalog())).toContain(expected);
  });
});

describe('half-typed text', () => {
  const whole = JSON.stringify(
    JSON.parse(
      statement(
        '"Sid":"A","Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":["s3:GetObject"],' +
          '"Resource":"arn:aws:s3:::b/${aws:username}","Condition":{"StringLike":{"aws:PrincipalTag/x":["y","z"]}}',
      ),
    ),
    undefined,
    2,
  );

  test('cut anywhere answers everywhere', () => {
    const context = { catalog: testCatalog(), settings: defaultSettings };
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.nat(whole.length), (from, to, at) => {
        const text = whole.slice(0, Math.min(from, to)) + whole.slice(Math.max(from, to));
        const { items } = complete(readDocument(text), Math.min(at, text.length), context);
        for (const { replace } of items) {
          expect(replace.start).toBeGreaterThanOrEqual(0);
          expect(replace.start).toBeLessThanOrEqual(at);
          expect(replace.end).toBeGreaterThanOrEqual(Math.min(at, text.length));
          expect(text.slice(replace.start, replace.end)).not.toContain('\n');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of any kind answers', () => {
    const context = { catalog: testCatalog(), settings: defaultSettings };
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      '\n',
      '//',
      '"Statement"',
      '"Action"',
      '"s3:',
      '"Condition"',
      '${',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(60), (parts, at) => {
        const text = `{"Version":"2012-10-17","Statement":[{${parts.join('')}`;
        expect(() => complete(readDocument(text), Math.min(36 + at, text.length), context)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
