import { describe, expect, test } from 'vitest';
import { findPolicies } from '../../../server/src/syntax/findPolicies.ts';
import { isCloudFormation } from '../../../server/src/syntax/intrinsic.ts';
import { parseJson } from '../../../server/src/syntax/parseJson.ts';
import { plainValue } from './treeText.ts';

/** How a value reads inside a template. */
function read(value: unknown) {
  const text = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', value });
  const { root } = parseJson(text);
  const node = root?.kind === 'object' ? root.members[1]?.value : undefined;
  return { node, value: plainValue(node), text: node && text.slice(node.start, node.end) };
}

describe('in a template', () => {
  test.each<[string, unknown, unknown]>([
    ['Ref', { Ref: 'Bucket' }, '${Bucket}'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Role', 'Arn'] }, '${Role.Arn}'],
    ['Fn::GetAtt in one text', { 'Fn::GetAtt': 'Role.Arn' }, '${Role.Arn}'],
    [
      'Fn::Sub',
      { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' },
      'arn:${AWS::Partition}:s3:::${Bucket}/*',
    ],
    ['Fn::Sub with values', { 'Fn::Sub': ['a-${B}', { B: 'c' }] }, 'a-${B}'],
    ['Fn::Sub with an escape', { 'Fn::Sub': '${!aws:username}-x' }, '${aws:username}-x'],
    ['Fn::Join', { 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'B' }, '/*']] }, 'arn:aws:s3:::${B}/*'],
    ['Fn::Join of texts', { 'Fn::Join': [':', ['a', 'b']] }, 'a:b'],
    ['Fn::If', { 'Fn::If': ['C', 'a', 'b'] }, undefined],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'x' }, undefined],
    ['two keys', { Ref: 'a', b: 'c' }, { Ref: 'a', b: 'c' }],
  ])('%s', (_, given, expected) => {
    const { value, text } = read(given);
    expect(value).toEqual(expected);
    expect(text).toBe(JSON.stringify(given));
  });

  test('a hole is no literal text', () => {
    expect(read({ 'Fn::Sub': 'a${B}c${!D}' }).node).toMatchObject({ parts: ['a', { hole: 'B' }, 'c${D}'] });
  });

  test('a list or a value that depends on a condition is unknown', () => {
    expect(read([{ 'Fn::If': ['C', {}, { Ref: 'AWS::NoValue' }] }]).node).toMatchObject({
      items: [{ kind: 'unknown' }],
    });
  });

  test('a policy with functions is found', () => {
    const text = JSON.stringify({
      Resources: {
        R: {
          Type: 'AWS::IAM::Role',
          Properties: {
            Policies: [
              {
                PolicyDocument: {
                  Version: '2012-10-17',
                  Statement: [
                    { 'Fn::If': ['C', {}, {}] },
                    { Effect: 'Allow', Action: 's3:*', Resource: { Ref: 'B' } },
                  ],
                },
              },
            ],
          },
        },
      },
    });
    expect(findPolicies(parseJson(text))).toHaveLength(1);
  });
});

test('elsewhere Ref is a key like any other', () => {
  expect(isCloudFormation('{"Ref": "a"}')).toBe(false);
  expect(plainValue(parseJson('{"x": {"Ref": "a"}}').root)).toEqual({ x: { Ref: 'a' } });
});
