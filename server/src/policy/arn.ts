/**
 * An ARN or ARN pattern split at its first five colons. Fields keep wildcards and policy variables; a colon
 * inside `${…}` does not separate. Source: IAM User Guide, Amazon Resource Names (reference-arns.html).
 */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export const arnFields = ['prefix', 'partition', 'service', 'region', 'account', 'resource'] as const;
export type ArnField = (typeof arnFields)[number];

/** A field's text and where it stands in the ARN. */
export interface ArnPart {
  readonly field: ArnField;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The fields that are there, `prefix` (`arn`) first: six for a whole ARN, fewer for a short one. */
export function arnParts(text: string): ArnPart[] {
  const parts: ArnPart[] = [];
  let from = 0;
  let depth = 0;
  for (let index = 0; index <= text.length && parts.length < 6; index++) {
    const char = text[index];
    if (char === '$' && text[index + 1] === '{') depth++;
    else if (char === '}' && depth > 0) depth--;
    const last = parts.length === 5;
    if (index === text.length || (char === ':' && depth === 0 && !last)) {
      const field = arnFields[parts.length];
      if (field !== undefined) parts.push({ field, text: text.slice(from, index), from, to: index });
      from = index + 1;
    }
  }
  return parts;
}

/** Undefined for a text that does not start with `arn:` or has fewer than six fields. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, resource] = arnParts(text);
  if (prefix?.text !== 'arn' || !partition || !service || !region || !account || !resource) return undefined;
  return {
    partition: partition.text,
    service: service.text,
    region: region.text,
    account: account.text,
    resource: resource.text,
  };
}

/** An account id: twelve digits. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}
