import { listed, member, statementsOf } from '../documentMembers.ts';

/** Who may assume a role, by the Allow statements of its trust policy; conditions are not looked at. */
export interface Trustees {
  /** Service principals, such as `ec2.amazonaws.com`. */
  readonly services: readonly string[];
  /** Account ids, or `*` for everyone. */
  readonly accounts: readonly string[];
  /** Identity providers, as ARNs or names. */
  readonly providers: readonly string[];
}

interface Allowed {
  readonly type: 'AWS' | 'Service' | 'Federated';
  readonly value: string;
}

const types = ['AWS', 'Service', 'Federated'] as const;

/** Nobody where the trust policy cannot be read. */
export function trusteesOf(trustPolicy: string): Trustees {
  const allowed = statementsOf(trustPolicy)
    .filter((statement) => member(statement, 'Effect') === 'Allow')
    .flatMap(principalsOf);
  const named = (type: Allowed['type']) => [
    ...new Set(allowed.filter((one) => one.type === type).map(nameOf)),
  ];
  return { services: named('Service'), accounts: named('AWS'), providers: named('Federated') };
}

function principalsOf(statement: unknown): readonly Allowed[] {
  const principal = member(statement, 'Principal');
  // With NotPrincipal, Allow means everyone else.
  if (principal === '*' || member(statement, 'NotPrincipal') !== undefined)
    return [{ type: 'AWS', value: '*' }];
  return types.flatMap((type) =>
    listed(member(principal, type))
      .filter((value) => typeof value === 'string')
      .map((value) => ({ type, value })),
  );
}

/** The account of a role, a user or a whole account. */
function nameOf({ type, value }: Allowed): string {
  return type === 'AWS' ? (/^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(value)?.[1] ?? value) : value;
}

/** In a few words; `account` is the role's own. */
export function trusteesText({ services, accounts, providers }: Trustees, account: string): string {
  const words = [
    ...services,
    ...accounts.map((one) => (one === '*' ? 'everyone' : one === account ? 'this account' : one)),
    ...providers.map((one) => one.replace(/^arn:[^/]*\//, '')),
  ];
  const more = words.length - 2;
  return more > 0 ? `${words.slice(0, 2).join(', ')} and ${more} more` : words.join(', ');
}
