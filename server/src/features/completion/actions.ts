import type { Action, Service } from '../../catalog/catalog.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { ResourceOwner } from '../../policy/policyType.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import { services } from './services.ts';
import type { StatementSite } from './site.ts';
import { trustActions } from './trustActions.ts';
import { beginningWith, wildcards } from './wildcards.ts';

/**
 * Services until one is typed, then its actions and the wildcards that go with what is typed: what is on top is an
 * action unless a wildcard is typed.
 */
export function actions(site: StatementSite): Proposals {
  if (site.type === 'trust') return trustActions(site);
  const typed = parseActionName(site.target.typed);
  if (typed === undefined) return services(site);
  const service = site.catalog.service(typed.prefix);
  if (service === undefined || !takesService(site, service)) return { proposals: [] };
  const patterns = wildcards(service, typed.name, site.catalog);
  const begun = beginningWith(service, typed.name);
  const before = hasWildcard(typed.name) ? [] : begun.slice(0, mostBeforeWildcards);
  const first = new Set(before);
  const after = [...service.actions.values()].filter((action) => !first.has(action));
  return {
    proposals: [...before.map(actionProposal), ...patterns, ...after.map(actionProposal)],
    dependOnText: true,
  };
}

/** Wildcards behind as many actions are still in sight: editors show about twelve rows. */
const mostBeforeWildcards = 6;

/** A resource control policy names the services that support it; others have no effect there. */
export function takesService(
  { type, catalog, policy }: StatementSite,
  service: Pick<Service, 'prefix'>,
): boolean {
  if (type === 'rcp') return catalog.rcpServices.has(service.prefix);
  const owners = policy.kind.owner === undefined ? undefined : servicesOfOwner[policy.kind.owner];
  return owners === undefined || owners.includes(service.prefix);
}

const servicesOfOwner: Readonly<Record<ResourceOwner, readonly string[]>> = {
  'AWS::S3::Bucket': ['s3'],
  'AWS::S3::AccessPoint': ['s3'],
  'AWS::S3::MultiRegionAccessPoint': ['s3'],
  'AWS::S3ObjectLambda::AccessPoint': ['s3', 's3-object-lambda'],
  'AWS::DynamoDB::Table': ['dynamodb'],
};

export function actionProposal({ prefix, name, accessLevel, added }: Action): Proposal {
  const text = `${prefix}:${name}`;
  return {
    label: text,
    kind: 'action',
    detail: added ? undefined : accessLevel,
    body: textBody(text),
    doc: { kind: 'action', text },
  };
}

/** The actions a statement names itself, without `*` over whole services that nobody wants listed. */
export function namedPatterns({ statement }: StatementSite): readonly string[] {
  if (statement.action?.name !== 'Action') return [];
  return statement.action.entries.flatMap(({ parts: [text] }) => {
    const prefix = typeof text === 'string' ? parseActionName(text)?.prefix : undefined;
    return typeof text === 'string' && prefix !== undefined && !hasWildcard(prefix) ? [text] : [];
  });
}
