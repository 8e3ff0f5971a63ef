import { allowedActions } from '../access/allowedActions.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { readDocument } from '../policy/readDocument.ts';
import type { AllowedService } from '../protocol.ts';

/** What identity-based policies, given by their texts, allow together, by service. */
export function allowedServices(policies: readonly string[], catalog: Catalog): readonly AllowedService[] {
  const statements = policies.flatMap(
    (text) => readDocument(text, { chosen: { type: 'identity' } }).policies[0]?.policy.statements ?? [],
  );
  const byService = new Map<string, string[]>();
  for (const { prefix, name } of allowedActions(statements, catalog)) {
    const names = byService.get(prefix) ?? [];
    byService.set(prefix, names);
    names.push(name);
  }
  return [...byService]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([service, actions]) => ({
      service,
      name: catalog.service(service)?.name ?? service,
      actions: actions.sort(),
    }));
}
