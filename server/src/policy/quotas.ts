/**
 * Quotas that Service Quotas raises for an account, as AWS names them, in characters; what is absent was not raised.
 * Source: IAM User Guide, IAM and STS quotas (reference_iam-quotas.html), read in November 2026. The sizes of managed,
 * inline and session policies cannot be raised.
 */
export interface RaisedQuotas {
  readonly roleTrustPolicyLength?: number;
}

export const quotaBounds = {
  roleTrustPolicyLength: { default: 2048, most: 8192 },
} as const satisfies Readonly<
  Record<keyof RaisedQuotas, { readonly default: number; readonly most: number }>
>;
