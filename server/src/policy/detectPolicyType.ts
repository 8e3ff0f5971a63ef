import type { LocatedPolicy } from '../syntax/findPolicies.ts';
import type { PolicyDocument } from './model.ts';
import { kindOfPlace } from './policyPlace.ts';
import type { PolicyKind } from './policyType.ts';
import type { RaisedQuotas } from './quotas.ts';
import { readPolicy } from './readPolicy.ts';

/** What is known of a policy's type before it is read, in order of authority. */
export interface TypeHints {
  /** Chosen by the user for this document, or on the command line. */
  readonly chosen?: PolicyKind | undefined;
  /** From the settings file. */
  readonly configured?: PolicyKind | undefined;
  /** Where the document's place among others tells it, whatever it is called. */
  readonly fileKind?: PolicyKind | undefined;
  /** The last segment of the document's path. */
  readonly fileName?: string | undefined;
}

export type PolicyTypeSource = 'chosen' | 'settings file' | 'place in the document' | 'file name' | 'content';

export interface DetectedPolicy {
  readonly policy: PolicyDocument;
  readonly located: LocatedPolicy;
  readonly source: PolicyTypeSource;
}

/** What tells a type without the policy's content. */
const sources: readonly (readonly [
  PolicyTypeSource,
  (located: LocatedPolicy, hints: TypeHints) => PolicyKind | undefined,
])[] = [
  ['chosen', (_, { chosen }) => chosen],
  ['settings file', (_, { configured }) => configured],
  ['place in the document', ({ place }) => kindOfPlace(place)],
  [
    'file name',
    ({ place }, { fileKind, fileName }) =>
      place.kind === 'whole document' ? (fileKind ?? kindOfFileName(fileName)) : undefined,
  ],
];

/** Reads a located policy as the type that its hints, place, file name or content tell. */
export function detectPolicy(
  located: LocatedPolicy,
  hints: TypeHints,
  quotas: RaisedQuotas = {},
): DetectedPolicy {
  for (const [source, kindOf] of sources) {
    const kind = kindOf(located, hints);
    if (kind !== undefined) return { policy: readPolicy(located, kind, quotas), located, source };
  }
  const guess = readPolicy(located, { type: 'identity' }, quotas);
  const kind = kindOfContent(guess);
  const policy = kind.type === 'identity' ? guess : readPolicy(located, kind, quotas);
  return { policy, located, source: 'content' };
}

const fileNames: readonly (readonly [RegExp, PolicyKind])[] = [
  [/\b(trust|assume role)\b/, { type: 'trust' }],
  [/\b(scp|scps|service control)\b/, { type: 'scp' }],
  [/\b(rcp|rcps|resource control)\b/, { type: 'rcp' }],
  [/\b(boundary|boundaries)\b/, { type: 'boundary' }],
  [/\bsession policy\b/, { type: 'session' }],
  [/\bbucket policy\b/, { type: 'resource', owner: 'AWS::S3::Bucket' }],
  [/\b(resource|resource based|key|queue|topic|repository|endpoint|vault) policy\b/, { type: 'resource' }],
  [/\b(identity|permission|permissions|inline|managed)\b/, { type: 'identity' }],
];

/** The type a file's name tells, such as `deploy-trust-policy.json`; words may be joined in any usual way. */
export function kindOfFileName(fileName: string | undefined): PolicyKind | undefined {
  const words = (fileName ?? '')
    .replace(/\.jsonc?$/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase();
  return fileNames.find(([pattern]) => pattern.test(words))?.[1];
}

const roleActions =
  /^sts:(assumerole|assumerolewithsaml|assumerolewithwebidentity|tagsession|setsourceidentity|setcontext)$/i;

/**
 * The type that a policy's elements tell: a principal makes it a resource policy, and a trust policy where it
 * names no resource or nothing but ways to assume a role.
 */
function kindOfContent(policy: PolicyDocument): PolicyKind {
  const withPrincipal = policy.statements.filter((statement) => statement.principal !== undefined);
  if (withPrincipal.length === 0) return { type: trusts(policy) ? 'trust' : 'identity' };
  return { type: withPrincipal.some(isResourceStatement) ? 'resource' : 'trust' };
}

/** A policy that allows web identity or SAML federation without a resource can only be a trust policy begun. */
function trusts(policy: PolicyDocument): boolean {
  const { statements } = policy;
  return (
    statements.length > 0 &&
    statements.every(({ action, resource }) => {
      const names = literalActions(action?.entries);
      return resource === undefined && names.length > 0 && names.every((name) => roleActions.test(name));
    })
  );
}

function isResourceStatement(statement: PolicyDocument['statements'][number]): boolean {
  const names = literalActions(statement.action?.entries);
  const assumes = names.length > 0 && names.every((name) => /^sts:/i.test(name));
  if (statement.resource !== undefined) return !(assumes && statement.effect?.allows !== 'Deny');
  return names.length > 0 && !names.some((name) => /^sts:/i.test(name) || name === '*');
}

/** Without those that may still become an action of STS when they are typed to the end. */
function literalActions(
  entries: readonly { readonly parts: readonly unknown[] }[] | undefined,
): readonly string[] {
  return (entries ?? [])
    .map(({ parts }) => parts[0])
    .filter((part) => typeof part === 'string')
    .filter((name) => !/^(s|st|sts)?$/i.test(name));
}
