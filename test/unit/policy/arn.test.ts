import { describe, expect, test } from 'vitest';
import { arnParts, isAccountId, parseArn } from '../../../server/src/policy/arn.ts';

describe('an ARN', () => {
  test.each([
    ['arn:aws:iam::111122223333:role/a', ['aws', 'iam', '', '111122223333', 'role/a']],
    ['arn:aws:lambda:us-east-1:1:function:f:1', ['aws', 'lambda', 'us-east-1', '1', 'function:f:1']],
    ['arn:aws:s3:::', ['aws', 's3', '', '', '']],
    ['arn:${a:b}:s3:::${aws:PrincipalTag/x:y}/*', ['${a:b}', 's3', '', '', '${aws:PrincipalTag/x:y}/*']],
    ['arn:aws:s3:::a${b', ['aws', 's3', '', '', 'a${b']],
  ])('%s', (text, [partition, service, region, account, resource]) => {
    expect(parseArn(text)).toEqual({ partition, service, region, account, resource });
  });

  test.each(['', '*', 'arn', 'arn:aws:s3::', 'ARN:aws:s3:::a', ' arn:aws:s3:::a', 'arn:${aws:s3:::a'])(
    '%j is none',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );

  test.each(['arn:aws:s3:::a:b', 'arn:aws', '', 'x:${y:z}:'])(
    'the parts of %j stand where they say',
    (text) => {
      const parts = arnParts(text);
      expect(parts.map((part) => part.text).join(':')).toBe(text);
      for (const { text: field, from, to } of parts) expect(text.slice(from, to)).toBe(field);
      expect(parts[0]?.field).toBe('prefix');
    },
  );
});

test('an account id has twelve digits', () => {
  expect(['111122223333', '11112222333', '1111222233334', '11112222333a', '*'].map(isAccountId)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
