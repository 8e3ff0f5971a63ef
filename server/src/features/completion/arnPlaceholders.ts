import type { Settings } from '../../protocol.ts';
import type { SnippetText, TabStop } from './snippetText.ts';

/** What stands for an account and a Region where the settings name none, as in AWS's documentation. */
const exampleAccount = '111122223333';
const exampleRegion = 'us-east-1';

/**
 * An ARN as AWS's documentation prints it, with placeholders such as `${BucketName}`, as text with tab stops.
 * Partition, account and Region come from the settings where they are set.
 */
export function arnText(arn: string, { account }: Settings): SnippetText {
  const known: Readonly<Record<string, string>> = {
    Partition: account.partition || 'aws',
    Account: account.id,
    AccountId: account.id,
    Region: account.region,
  };
  const examples: Readonly<Record<string, string>> = {
    Account: exampleAccount,
    AccountId: exampleAccount,
    Region: exampleRegion,
  };
  return withPlaceholders(arn, /\$\{([^}]*)\}/g, (name) => known[name] || { text: examples[name] ?? name });
}

/** A text in which each match becomes a tab stop, numbered from `first`, or a text that is known. */
export function withPlaceholders(
  source: string,
  placeholder: RegExp,
  replacement: (name: string) => string | Pick<TabStop, 'text'> = (text) => ({ text }),
  first = 1,
): SnippetText {
  const parts: (string | TabStop)[] = [];
  let from = 0;
  let stop = first;
  for (const match of source.matchAll(placeholder)) {
    const found = replacement(match[1] ?? match[0]);
    const part = typeof found === 'string' ? found : { stop: stop++, text: found.text };
    parts.push(source.slice(from, match.index), part);
    from = match.index + match[0].length;
  }
  return [...parts, source.slice(from)].filter((part) => part !== '');
}
