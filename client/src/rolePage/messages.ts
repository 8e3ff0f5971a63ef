/** What the page asks of the extension when a button is pressed. */
export type PageMessage =
  | { readonly kind: 'refresh' }
  | { readonly kind: 'export'; readonly format: GraphFormat }
  /** Position in `allPolicies` of the page. */
  | { readonly kind: 'open'; readonly policy: number };

export type GraphFormat = 'svg' | 'mermaid';

/** Undefined for anything else: what comes from a page is not relied on. */
export function pageMessage(data: unknown): PageMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, format, policy } = data as Readonly<Record<string, unknown>>;
  if (kind === 'refresh') return { kind };
  if (kind === 'export' && (format === 'svg' || format === 'mermaid')) return { kind, format };
  if (kind === 'open' && typeof policy === 'number' && Number.isInteger(policy)) return { kind, policy };
  return undefined;
}
