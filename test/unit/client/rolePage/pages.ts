import type { PagePolicy, RolePage } from '../../../../client/src/rolePage/rolePage.ts';
import type {
  AccessDescription,
  AssumableRole,
  NamedPrincipal,
  ServiceAccess,
} from '../../../../server/src/protocol.ts';

/** A page as small as one can be, with what is given in it. */
export function pageWith(given: Partial<RolePage> = {}): RolePage {
  return {
    name: 'orders',
    origin: 'account 111122223333 (profile dev)',
    readAt: new Date('2026-11-24T10:30:00Z'),
    facts: [{ label: 'ARN', values: ['arn:aws:iam::111122223333:role/orders'] }],
    trust: { ...policyNamed('trust policy'), kind: 'trust policy', principals: [] },
    policies: [],
    boundary: undefined,
    access: accessTo([]),
    instanceProfiles: [],
    trustingRoles: [],
    gaps: [],
    ...given,
  };
}

export function policyNamed(name: string, given: Partial<PagePolicy> = {}): PagePolicy {
  return { name, kind: 'inline policy', detail: '', sentences: [], findings: [], place: undefined, ...given };
}

export function accessTo(
  services: readonly ServiceAccess[],
  assumableRoles: readonly AssumableRole[] = [],
): AccessDescription {
  return { everything: false, services, unknownActions: [], partialDenials: [], assumableRoles };
}

export function service(name: string, given: Partial<ServiceAccess> = {}): ServiceAccess {
  return {
    prefix: name.toLowerCase(),
    name,
    levels: [{ level: 'Read', granted: 2, kept: 2, all: 5 }],
    policies: [0],
    resources: { every: true, names: [], except: [], more: 0 },
    conditions: [],
    unconditional: true,
    ...given,
  };
}

export function principal(phrase: string, conditional = false): NamedPrincipal {
  return { type: 'AWS', name: phrase, phrase, conditional };
}

/** A role with more of everything than a graph can show. */
export function largePage(): RolePage {
  const many = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `${name} ${index}`);
  const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management', 'Other'] as const;
  const services = many(300, 'Service').map((name, index) =>
    service(name, {
      levels: [{ level: levels[index % 6] ?? 'Read', granted: 1, kept: index % 7, all: 5 }],
      resources: { every: false, names: [`arn:aws:x:::${name}`], except: [], more: 0 },
      policies: [index % 30],
    }),
  );
  const roles = many(20, 'arn:aws:iam::111122223333:role/r').map((resource) => ({ resource, policies: [3] }));
  return pageWith({
    trust: {
      ...policyNamed('trust'),
      kind: 'trust policy',
      principals: many(30, 'role').map((phrase) => principal(phrase)),
    },
    policies: many(30, 'policy').map((name) => policyNamed(name)),
    boundary: policyNamed('boundary'),
    access: accessTo(services, roles),
    instanceProfiles: many(9, 'profile').map((name) => ({ name, instances: ['i-1'] })),
    trustingRoles: many(12, 'arn:aws:iam::111122223333:role/t'),
  });
}
