import type { PrincipalType } from '../../policy/model.ts';
import type { PolicyType } from '../../policy/policyType.ts';
import { awsPrincipals } from './awsPrincipals.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import { federatedPrincipals } from './federatedPrincipals.ts';
import { emptyObject } from './fixedValues.ts';
import { servicePrincipals } from './servicePrincipals.ts';
import type { StatementSite } from './site.ts';
import { snippetText } from './snippetText.ts';

/** Types of principals a policy can name; a resource control policy takes no object here, only `"*"`. */
const typesOfPolicy: Partial<Readonly<Record<PolicyType, readonly PrincipalType[]>>> = {
  trust: ['Service', 'AWS', 'Federated'],
  resource: ['AWS', 'Service', 'CanonicalUser'],
};

const details: Readonly<Record<PrincipalType, string>> = {
  AWS: 'accounts, roles, users',
  Service: 'AWS services',
  Federated: 'identity providers',
  CanonicalUser: 'accounts by their Amazon S3 id',
};

/** The keys of a `Principal` element. */
export function principalTypes(site: StatementSite): Proposals {
  return {
    proposals: (typesOfPolicy[site.type] ?? []).filter((type) => isTaken(type, site)).map(typeProposal),
  };
}

/** Canonical user ids are Amazon S3's. */
function isTaken(type: PrincipalType, { policy: { kind } }: StatementSite): boolean {
  return type !== 'CanonicalUser' || kind.owner === undefined || kind.owner.startsWith('AWS::S3');
}

function typeProposal(type: PrincipalType): Proposal {
  return {
    label: type,
    kind: 'principal',
    detail: details[type],
    body: { form: 'member', name: [type], value: snippetText('"$1"') },
    retrigger: true,
    doc: { kind: 'principalType', name: type },
  };
}

/** The whole value of a `Principal` element: an object, or everyone where that is taken. */
export function principalValues(site: StatementSite): Proposals {
  if (site.cursor.container.kind === 'array') return { proposals: [] };
  const objects = (typesOfPolicy[site.type] ?? [])
    .filter((type) => isTaken(type, site))
    .map(
      (type): Proposal => ({
        label: `{ "${type}": … }`,
        kind: 'principal',
        detail: details[type],
        body: { form: 'json', json: snippetText(`{\n\t"${type}": "$1"\n}`) },
        retrigger: true,
        doc: { kind: 'principalType', name: type },
      }),
    );
  const object = site.target.word === '' && objects.length > 0 ? emptyObject(site).proposals : [];
  const everyone = site.type === 'resource' || site.type === 'rcp' ? [everyoneProposal] : [];
  return { proposals: [...objects, ...everyone, ...object] };
}

const everyoneProposal: Proposal = {
  label: '*',
  kind: 'principal',
  detail: 'everyone',
  body: textBody('*'),
  doc: { kind: 'principal', type: 'AWS', text: '*' },
};

/** Principals of the type whose key stands in front. */
export function principals(site: StatementSite): Proposals {
  switch (site.cursor.path[1]?.toLowerCase()) {
    case 'service':
      return servicePrincipals(site);
    case 'aws':
      return { proposals: awsPrincipals(site) };
    case 'federated':
      return site.type === 'trust' ? federatedPrincipals(site) : { proposals: [] };
    case 'canonicaluser':
      return { proposals: [canonicalUser] };
    default:
      return { proposals: [] };
  }
}

const canonicalUser: Proposal = {
  label: 'canonical user id',
  kind: 'principal',
  detail: '64 hexadecimal digits',
  body: { form: 'text', text: [{ stop: 1, text: 'f'.repeat(64) }] },
};
