import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import { policyTypes } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../catalog.ts';
import { completeAt } from './applyItem.ts';

const trustDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

describe('a document that holds nothing', () => {
  test.each(['|', ' \n|\n', '{|}', '{\n  |\n}', 'tru|', '{ tru| }'])('%j takes a whole policy', (marked) => {
    const { labels, after } = completeAt(marked);
    expect(labels).toContain('Permission policy: allow actions');
    expect(JSON.parse(after('Trust policy: an AWS service'))).toEqual(trustDocument);
  });

  test.each(['{"name": "x", |}', '[|]', '"|"', '{}|', '{|"Vers"}', '{"Vers"|}', '{"name": |}', 'tru |'])(
    '%j takes none',
    (marked) => {
      expect(completeAt(marked).labels).toEqual([]);
    },
  );

  test.each(['{"Vers|"}', '{"Vers|}', '{"Vers|', '{"|"}', '{\n  "Vers|"\n}'])(
    '%j takes a first key, and a whole policy behind it',
    (marked) => {
      const { labels, after } = completeAt(marked);
      expect(labels.slice(0, 4)).toEqual(['Version', 'Id', 'Statement', 'Trust policy: an AWS service']);
      const closed = (text: string) => JSON.parse(text.endsWith('}') ? text : `${text}}`);
      expect(closed(after('Version'))).toEqual({ Version: '2012-10-17' });
      expect(closed(after('Trust policy: an AWS service'))).toEqual(trustDocument);
    },
  );

  test('with an indented line is indented like it', () => {
    const inserted = (marked: string) => completeAt(marked).item('Trust policy: an AWS service').insert.text;
    expect(inserted('{\n  |\n}')).toContain('"Statement": [\n  {\n    "Effect"');
    expect(inserted('{\n\t|\n}')).toContain('"Statement": [\n\t{\n\t\t"Effect"');
    expect(inserted('{\n|\n}')).toContain('"Statement": [\n\t{\n\t\t"Effect"');
    expect(completeAt('{\n  "Sta|"\n}').item('Statement').insert.text).toBe('"Statement": [\n  $1\n]');
  });

  test('takes what is typed with its quote', () => {
    const { item } = completeAt('{"Vers|"}');
    expect(item('Version').filterText).toBe('"Version');
    expect(completeAt('{|}').item('Version').filterText).toBe('Version');
  });

  test('has items before those that are sorted by their label, such as $schema', () => {
    const { items } = completeAt('{|}');
    const sorted = items.map(({ sortText }) => sortText);
    expect([...sorted, '$schema'].sort()).toEqual([...sorted, '$schema']);
  });

  test('of a chosen type takes policies of that type', () => {
    const { labels, after } = completeAt('{|}', { chosen: { type: 'trust' } });
    expect(labels.filter((label) => label.startsWith('Permission'))).toEqual([]);
    expect(labels).toContain('Version');
    expect(JSON.parse(after('Trust policy: an AWS service'))).toEqual(trustDocument);
  });
});

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
    const { after } = completeAt('{"Version":"2012-10-17","Statement":[|{"Effect":"Deny"}]}', {
      chosen: { type: 'trust' },
    });
    expect(JSON.parse(after('Statement: an AWS service')).Statement).toHaveLength(2);
  });

  test('speak of the account and partition of the settings', () => {
    const account = { id: '999988887777', partition: 'aws-us-gov', region: '' };
    const { after } = completeAt('{"Version":"2012-10-17","Statement":[|]}', {
      chosen: { type: 'trust' },
      settings: { account },
    });
    expect(after('Statement: a SAML provider')).toContain('arn:aws-us-gov:iam::999988887777:saml-provider/');
  });
});

describe.each(policyTypes)('the %s policies offered', (type) => {
  const { items, after } = completeAt('{|}', { chosen: { type } });
  const skeletons = items.filter(({ kind }) => kind === 'skeleton').map(({ label }) => label);

  test.each(skeletons)('%s: no check finds a fault in it', (label) => {
    const file = readDocument(after(label), { chosen: { type } });
    const findings = checkFile(file, testCatalog(), { trustedAccounts: ['111122223333'] });
    expect(findings.map(({ code, message }) => ({ code, message }))).toEqual([]);
  });
});
