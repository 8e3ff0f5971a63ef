import type { Tags } from '../../roles/awsApi.ts';

/** IAM allows no comma in keys and values, so that it can stand between them. */
export function tagText(tags: Tags): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

/** Tags written as `team=orders, stage=test`. */
export function parseTags(text: string): Tags {
  return Object.fromEntries(entriesOf(text));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */
export function tagsComplaint(text: string): string | undefined {
  const entries = entriesOf(text);
  if (entries.length > 50) return `A role has at most 50 tags; these are ${entries.length}.`;
  const seen = new Set<string>();
  for (const [key, value] of entries) {
    const complaint = tagComplaint(key, value);
    if (complaint !== undefined) return complaint;
    if (seen.has(key.toLowerCase()))
      return `The key ${key} is there twice; IAM does not tell keys apart by case.`;
    seen.add(key.toLowerCase());
  }
  return undefined;
}

function tagComplaint(key: string, value: string): string | undefined {
  if (key === '') return `Write tags as key=value, with commas between them.`;
  if (/^aws:/i.test(key)) return `The key ${key} begins with aws:, which is kept for AWS.`;
  if (key.length > 128) return `A key has at most 128 characters; ${key.slice(0, 20)}… has ${key.length}.`;
  if (value.length > 256) return `A value has at most 256 characters; that of ${key} has ${value.length}.`;
  const wrong = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u.exec(key + value)?.[0];
  return wrong && `A tag may have no “${wrong}”: IAM takes letters, digits, spaces and _ . : / = + - @`;
}

function entriesOf(text: string): readonly (readonly [string, string])[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0
        ? (['', part] as const)
        : ([part.slice(0, equals).trim(), part.slice(equals + 1).trim()] as const);
    });
}
