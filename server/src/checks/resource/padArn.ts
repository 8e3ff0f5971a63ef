import { type ArnPart, isAccountId } from '../../policy/arn.ts';
import type { CheckContext } from '../check.ts';
import { isSoundArn, likelyAccounts } from './arnFixes.ts';

/**
 * ARNs of six fields that may be meant by one with fewer: `*` for what is missing at the end, as IAM reads it in an
 * identity-based policy; or the last field is taken for the resource, those before it for Region and account.
 */
export function padArn(parts: readonly ArnPart[], context: CheckContext): readonly string[] {
  const texts = parts.map(({ text }) => text);
  const asRead = [...texts, ...Array.from({ length: arnLength - texts.length }, () => '*')].join(':');
  const [, partition, service, ...rest] = texts;
  const resource = rest.at(-1);
  if (partition === undefined || service === undefined || resource === undefined) return [asRead];
  const given = rest.slice(0, -1);
  const accounts = ['', ...likelyAccounts(context)];
  const regions = ['', '*'];
  const meant = given.some(isAccountId)
    ? regions.map((region) => [region, ...given.filter(isAccountId)])
    : (given.length > 0 ? given : regions).flatMap((region) => accounts.map((account) => [region, account]));
  const sound = meant
    .map(([region = '', account = '']) => ({ account, fields: ['arn', partition, service, region, account] }))
    .map(({ account, fields }) => ({ account, text: [...fields, resource].join(':') }))
    .filter(({ text }) => isSoundArn(context.catalog, text));
  const plain = sound.find(({ account }) => account === '');
  return [asRead, ...(plain === undefined ? sound : [plain]).map(({ text }) => text)];
}

const arnLength = 6;
