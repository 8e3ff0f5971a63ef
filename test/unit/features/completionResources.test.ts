import { describe, expect, test } from 'vitest';
import { completeAt, statement } from './applyItem.ts';

const identity = { chosen: { type: 'identity' } } as const;

describe('resources', () => {
  test('are the ARNs of what the actions work on, the one they are named after first', () => {
    const { labels, after, item } = completeAt(statement('"Action":"s3:GetObject","Resource":"|"'), identity);
    expect(labels[0]).toBe('arn:aws:s3:::BucketName/ObjectName');
    expect(item('arn:aws:s3:::BucketName/ObjectName').insert).toEqual({
      text: 'arn:aws:s3:::${1:BucketName}/${2:ObjectName}',
      snippet: true,
    });
    expect(after('arn:aws:s3:::BucketName/ObjectName')).toBe(
      statement('"Action":"s3:GetObject","Resource":"arn:aws:s3:::BucketName/ObjectName"'),
    );
    expect(labels.at(-1)).toBe('*');
  });

  test('are of all the actions, wildcards included', () => {
    const { labels } = completeAt(statement('"Action":["sqs:*","sns:Publish"],"Resource":["|"]'), identity);
    expect(labels).toContain('arn:aws:sqs:us-east-1:111122223333:QueueName');
    expect(labels).toContain('arn:aws:sns:us-east-1:111122223333:TopicName');
  });

  test('take partition, account and Region from the settings', () => {
    const account = { id: '999988887777', partition: 'aws-cn', region: 'cn-north-1' };
    const { labels } = completeAt(statement('"Action":"sqs:SendMessage","Resource":|'), {
      ...identity,
      settings: { account },
    });
    expect(labels[0]).toBe('arn:aws-cn:sqs:cn-north-1:999988887777:QueueName');
  });

  test('are * first where an action takes none', () => {
    const { labels, item } = completeAt(statement('"Action":"s3:ListAllMyBuckets","Resource":[|]'), identity);
    expect(labels).toEqual(['*']);
    expect(item('*').detail).toBe('s3:ListAllMyBuckets takes no resource');
    expect(item('*').insert.text).toBe('"*"');
  });

  test('that are listed already are left out', () => {
    const { labels } = completeAt(
      statement('"Action":"s3:ListAllMyBuckets","Resource":["*", "|"]'),
      identity,
    );
    expect(labels).toEqual([]);
  });

  test('without actions are the form of an ARN', () => {
    expect(completeAt(statement('"Resource":"|"'), identity).labels).toEqual([
      'arn:aws:service:us-east-1:111122223333:resource',
      '*',
    ]);
  });
});

describe('policy variables', () => {
  const begun = (text: string) =>
    completeAt(statement(`"Action":"s3:GetObject","Resource":"${text}"`), identity);

  test('go into the last field of an ARN', () => {
    expect(begun('arn:aws:s3:::b/$|').after('${aws:username}')).toContain('"arn:aws:s3:::b/${aws:username}"');
    expect(begun('arn:aws:s3:::b/${|}/x').after('${aws:username}')).toContain(
      '"arn:aws:s3:::b/${aws:username}/x"',
    );
    expect(begun('arn:aws:s3:::b/${aws:us|').after('${aws:username}')).toContain(
      '"arn:aws:s3:::b/${aws:username}"',
    );
    expect(begun('arn:aws:s3:::b/${aws:us|}/${aws:userid}').after('${aws:PrincipalTag/TagKey}')).toContain(
      '"arn:aws:s3:::b/${aws:PrincipalTag/TagKey}/${aws:userid}"',
    );
  });

  test('can have a default', () => {
    expect(begun('arn:aws:s3:::b/${|}').after("${aws:PrincipalTag/TagKey, 'default'}")).toContain(
      `"arn:aws:s3:::b/\${aws:PrincipalTag/TagKey, 'default'}"`,
    );
  });

  test('of keys with several values do not exist', () => {
    expect(begun('arn:aws:s3:::b/${|}').labels).not.toContain('${aws:TagKeys}');
  });

  test('are plain text in the other fields, in old policies, and under operators on numbers', () => {
    const isVariable = ({ kind }: { readonly kind: string }) => kind === 'variable';
    expect(begun('arn:aws:${|}').items.filter(isVariable)).toEqual([]);
    const old = '{"Version":"2008-10-17","Statement":[{"Resource":"arn:aws:s3:::b/${|}"}]}';
    expect(completeAt(old, identity).items.filter(isVariable)).toEqual([]);
    const condition = (operator: string) =>
      completeAt(statement(`"Condition":{"${operator}":{"aws:PrincipalTag/x":"\${|}"}}`), identity).items;
    expect(condition('StringLike').filter(isVariable).length).toBeGreaterThan(0);
    expect(condition('NumericEquals').filter(isVariable)).toEqual([]);
    expect(completeAt(statement('"Action":"${|}"'), identity).items.filter(isVariable)).toEqual([]);
  });
});
