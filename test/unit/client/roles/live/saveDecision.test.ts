import { describe, expect, it } from 'vitest';
import {
  decideSave,
  type SaveDecision,
  type SaveFacts,
  settledDocument,
} from '../../../../../client/src/roles/live/saveDecision.ts';

const policy = (action: string) => JSON.stringify({ Statement: [{ Effect: 'Allow', Action: action }] });
const spaced = (action: string) =>
  JSON.stringify({ Statement: { Action: [action], Effect: 'Allow' } }, undefined, 2);
const [a, b, c, d] = ['s3:A', 's3:B', 's3:C', 's3:D'].map(policy) as [string, string, string, string];

describe('saving a live policy', () => {
  it.each<[SaveDecision, SaveFacts]>([
    ['write', { opened: a, live: spaced('s3:A'), wanted: b, compared: undefined }],
    ['nothing to do', { opened: a, live: a, wanted: spaced('s3:A'), compared: undefined }],
    ['nothing to do', { opened: a, live: b, wanted: b, compared: undefined }],
    ['gone', { opened: a, live: undefined, wanted: a, compared: undefined }],
    ['conflict', { opened: a, live: c, wanted: b, compared: undefined }],
    ['conflict', { opened: a, live: d, wanted: b, compared: c }],
    ['seen conflict', { opened: a, live: c, wanted: b, compared: spaced('s3:C') }],
    ['write', { opened: a, live: a, wanted: b, compared: c }],
  ])('is to %s: %o', (decision, facts) => {
    expect(decideSave(facts)).toBe(decision);
  });
});

describe('what AWS answers after a change', () => {
  const at = new Date('2026-11-24T12:00:00Z');
  const written = { document: b, before: a, at };
  const after = (seconds: number) => new Date(at.getTime() + seconds * 1000);

  it('is what was written while it may still answer what was before', () => {
    expect(settledDocument(spaced('s3:A'), written, after(10))).toBe(b);
    expect(settledDocument(a, written, after(31))).toBe(a);
    expect(settledDocument(c, written, after(10))).toBe(c);
    expect(settledDocument(b, written, after(10))).toBe(b);
    expect(settledDocument(a, undefined, after(10))).toBe(a);
  });
});
