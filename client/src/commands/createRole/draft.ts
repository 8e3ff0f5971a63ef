import type { RoleCatalog, TrustedProvider, TrustedService } from '../../../../server/src/protocol.ts';
import type { OpenPolicies, OpenPolicy } from '../../documents/openPolicies.ts';
import type { AwsApi, Instance, PolicySummary, Role, Tags } from '../../roles/awsApi.ts';
import type { PlanTarget } from '../../roles/plan.ts';
import type { Ui } from '../../ui/ui.ts';

/** What a role that is being created is asked for, as far as it is answered; the rest has its default. */
export interface RoleDraft {
  readonly source: TrustSource | undefined;
  readonly template: TrustTemplate;
  /** JSON; empty until the questions of the source are answered. */
  readonly trustPolicy: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly tags: Tags;
  /** ARN. */
  readonly permissionsBoundary: string | undefined;
  readonly permissions: readonly PermissionChoice[];
  /** Of new policies, by the key of their choice. */
  readonly policyNames: Readonly<Record<string, string>>;
  readonly withInstanceProfile: boolean;
  readonly instanceId: string | undefined;
}

/** Where the trust policy comes from. */
export type TrustSource =
  | { readonly kind: 'document'; readonly policy: OpenPolicy }
  | { readonly kind: 'service' | 'account' | 'ownAccount' | 'saml' | 'oidc' | 'role' };

/** Answers to the questions of the templates. */
export interface TrustTemplate {
  readonly service: TrustedService | undefined;
  readonly accountId: string;
  readonly externalId: string;
  readonly mfa: boolean;
  /** A name or an ARN. */
  readonly samlProvider: string;
  /** Typed, and not taken from the list of the account's. */
  readonly samlIsTyped: boolean;
  readonly provider: TrustedProvider | undefined;
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly roleName: string;
}

export type PermissionChoice =
  | { readonly kind: 'attached'; readonly arn: string; readonly name: string }
  | { readonly kind: 'managed' | 'inline'; readonly policy: OpenPolicy };

/** What the questions are asked with. */
export interface RoleSituation {
  readonly ui: Ui;
  readonly openPolicies: OpenPolicies;
  readonly catalog: RoleCatalog;
  readonly target: PlanTarget;
  readonly api: AwsApi;
  /** Each asked of AWS once. */
  readonly roles: () => Promise<readonly Role[]>;
  readonly policies: () => Promise<readonly PolicySummary[]>;
  readonly instances: () => Promise<readonly Instance[]>;
  /** ARNs. */
  readonly samlProviders: () => Promise<readonly string[]>;
  readonly oidcProviders: () => Promise<readonly string[]>;
}

export const emptyDraft: RoleDraft = {
  source: undefined,
  template: {
    service: undefined,
    accountId: '',
    externalId: '',
    mfa: false,
    samlProvider: '',
    samlIsTyped: false,
    provider: undefined,
    issuer: '',
    audience: '',
    subject: '',
    roleName: '',
  },
  trustPolicy: '',
  name: '',
  path: '/',
  description: '',
  maxSessionDuration: 3600,
  tags: {},
  permissionsBoundary: undefined,
  permissions: [],
  policyNames: {},
  withInstanceProfile: true,
  instanceId: undefined,
};

/** Tells choices apart, also when documents were read anew. */
export function choiceKey(choice: PermissionChoice): string {
  if (choice.kind === 'attached') return choice.arn;
  const { uri, range } = choice.policy;
  return `${choice.kind} ${uri}#${range.start.line}:${range.start.character}`;
}
