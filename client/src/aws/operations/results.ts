import type { Tags } from '../../roles/awsApi.ts';
import { AwsError, hasCode } from '../../roles/awsError.ts';

/** What AWS answers; undefined where it says that there is no such entity. */
export async function unlessMissing<Result>(answer: Promise<Result>): Promise<Result | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (hasCode(error, 'NoSuchEntity')) return undefined;
    throw error;
  }
}

/** Every page of a list as one. */
export async function allOf<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}

/** A policy document as JSON: IAM encodes it as RFC 3986 says; an emulator may not. */
export function policyDocument(text = ''): string {
  return text.startsWith('%7B') ? decodeURIComponent(text) : text;
}

interface SdkTag {
  Key: string | undefined;
  Value: string | undefined;
}

export function tagsOf(tags: readonly SdkTag[] = []): Tags {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}

export function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Of an answer that AWS always gives; throws an `AwsError` naming what is not there. */
export function required<Value>(value: Value | undefined, what: string): Value {
  if (value !== undefined) return value;
  throw new AwsError(
    `AWS answered without ${what}: check whether the profile's endpoint_url is one of AWS.`,
    {
      code: 'notAws',
      operation: undefined,
      awsMessage: '',
      requestId: undefined,
      denied: undefined,
    },
  );
}
