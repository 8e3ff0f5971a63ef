import type { Statement } from '../policyEvaluation.ts';
import { Fault } from '../wire/fault.ts';

/** What IAM refuses of any policy document, with its words. */
export function malformed(message: string): Fault {
  return new Fault('MalformedPolicyDocument', message);
}

/** Policies come back percent-encoded (RFC 3986), as from the real IAM. */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Characters that count for quotas: all but white space. */
export function documentSize(document: string): number {
  return document.replace(/\s/g, '').length;
}

const elements = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** The statements of a document, of which the elements common to all types of policy are sound. */
export function readStatements(document: string, unreadable: string): readonly Statement[] {
  if (!/^[\t\n\r\x20-\xFF]+$/.test(document))
    throw new Fault(
      'ValidationError',
      'The specified value for policyDocument is invalid. It must contain only printable ASCII characters.',
    );
  const policy = parse(document, unreadable);
  const version = policy['Version'];
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17')
    throw malformed('Syntax errors in policy.');
  const listed = policy['Statement'];
  const statements: unknown[] = Array.isArray(listed) ? listed : [listed];
  if (statements.length === 0 || !statements.every(isObject)) throw malformed('Syntax errors in policy.');
  const sids = statements.flatMap((statement) => statement['Sid'] ?? []);
  if (new Set(sids).size < sids.length)
    throw malformed('Statement IDs (SID) in a single policy must be unique.');
  for (const statement of statements) {
    if (statement['Effect'] !== 'Allow' && statement['Effect'] !== 'Deny')
      throw malformed('Syntax errors in policy.');
    if (Object.keys(statement).some((name) => !elements.has(name)))
      throw malformed('Syntax errors in policy.');
    if (!/^[0-9A-Za-z]*$/.test(String(statement['Sid'] ?? '')))
      throw malformed(
        'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
      );
  }
  return statements;
}

function parse(document: string, unreadable: string): Record<string, unknown> {
  if (/^\s/.test(document)) throw malformed('JSON strings must not have leading spaces');
  try {
    const policy: unknown = JSON.parse(document);
    if (isObject(policy)) return policy;
  } catch {
    // Said below.
  }
  throw malformed(unreadable);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
