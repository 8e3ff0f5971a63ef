import type { InlinePolicy, Role } from '../awsApi.ts';

/** A role as a list has it. */
export interface ListedRole {
  readonly role: Role;
  /** Undefined where the list has neither these nor tags and last use. */
  readonly inlinePolicies: readonly InlinePolicy[] | undefined;
}
