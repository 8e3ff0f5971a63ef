import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../../server/src/checks/checkPolicy.ts';
import { policyTypes } from '../../../server/src/policy/policyType.ts';
import { completeAt } from './applyItem.ts';

const trustDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

describe('a document that holds nothing', () => {
  test.each(['|', ' \n|\n', '{|}', '{\n  |\n}', '{ | ', 'tru|', '{ tru| }'])('%j takes a whole policy', (marked) => {
    const { labels, after } = completeAt(marked);
    expect(labels).toContain('Permission policy: allow actions');
    expect(JSON.parse(closed(after('Trust policy: an AWS service')))).toEqual(trustDocument);
  });

  test.each(['{"name": "x", |}', '[|]', '"|"', '{}|', '{"|"}', 'tru |'])('%j takes none', (marked) => {
    expect(completeAt(marked).labels).toEqual([]);
  });

  test('of a chosen type takes policies of that type', () => {
    const { labels, after } = completeAt('{|}', { chosen: { type: 'trust' } });
    expect(labels.filter((label) => label.startsWith('Permission'))).toEqual([]);
    expect(labels).toContain('Version');
    expect(JSON.parse(after('Trust policy: an AWS service'))).toEqual(trustDocument);
  });
});

function closed(text: string): string {
  return text.trimEnd().endsWith('}') && text.includes('{\n\t') === text.trimStart().startsWith('{\n\t') ? text : balance(text);
}

function balance(text: string): string {
  const missing = [...text].filter((char) => char === '{').length - [...text].filter((char) => char === '}').length;
  return text + '}'.repeat(Math.max(0, missing));
}

describe('statements', () => {
  test('go into the list, or into an empty object', () => {
    const inList = completeAt('{"Version":"2012-10-17","Statement":[|]}', { chosen: { type: 'trust' } });
    expect(JSON.parse(inList.after('Statement: an AWS service'))).toEqual(trustDocument);
    const inObject = completeAt('{"Version":"2012-10-17","Statement":[{|}]}', { chosen: { type: 'trust' } });
    expect(JSON.parse(inObject.after('Statement: an AWS service'))).toEqual(trustDocument);
    const asValue = completeAt('{"Version":"2012-10-17","Statement":|}', { chosen: { type: 'trust' } });
    expect(JSON.parse(asValue.after('Statement: an AWS service'))).toEqual(trustDocument);
  });

  test('are not offered beside members', () => {
    const { labels } = completeAt('{"Version":"2012-10-17","Statement":[{"Effect":"Allow",|}]}');
    expect(labels.filter((label) => label.startsWith('Statement:'))).toEqual([]);
  });

  test('between others get their comma', () => {
    const { after } = completeAt('{"Version":"2012-10-17","Statement":[|{"Effect":"Deny"}]}', { chosen: { type: 'trust' } });
    expect(JSON.parse(after('Statement: an AWS service')).Statement).toHaveLength(2);
  });

  test('speak of the account and partition of the settings', () => {
    const account = { id: '999988887777', partition: 'aws-us-gov', region: '' };
    const { after } = completeAt('{"Version":"2012-10-17","Statement":[|]}', { chosen: { type: 'trust' }, settings: { account } });
    expect(after('Statement: a SAML provider')).toContain('arn:aws-us-gov:iam::999988887777:saml-provider/');
  });
});
