import type { Catalog } from '../../catalog/catalog.ts';
import { isAccountId } from '../../policy/arn.ts';
import { fitsNone, isOpen, type WholeArn } from './arnPatterns.ts';

/** Their sessions have ARNs that the reference does not list, such as assumed-role/Admin/session. */
const unlistedServices: ReadonlySet<string> = new Set(['signin', 'sts']);

/** Whether an ARN ends in what no resource of its service can be called. False where that is not sure. */
export function isOfNoResource(catalog: Catalog, arn: WholeArn): boolean {
  const { account, resource, service } = arn;
  // AWS takes any pattern but a lone ?, and paths that the reference does not list.
  if (resource.text === '' || resource.text.startsWith('/')) return false;
  if (isOpen(resource.text) && resource.text !== '?') return false;
  // Nor does it list what AWS itself owns, such as arn:aws:cloudformation:us-east-1:aws:transform/Include.
  if (!isAccountId(account.text) && !isOpen(account.text) && account.text !== '') return false;
  return !unlistedServices.has(service.text) && fitsNone(catalog, arn);
}
