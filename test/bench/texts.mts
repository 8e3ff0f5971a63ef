import { latestManagedPolicies } from '../corpus/managedPolicies.ts';

/** Every AWS managed policy's latest version, indented. */
export const managedTexts: readonly string[] = [...latestManagedPolicies()].map(({ document }) =>
  JSON.stringify(document, undefined, 4),
);

/** The managed policy whose length is nearest to 5 KB. */
export const smallText: string = managedTexts.reduce((best, text) =>
  Math.abs(text.length - 5000) < Math.abs(best.length - 5000) ? text : best,
);

/** A policy of 170 KB: the statements of managed policies, one after another. */
export const largeText: string = joinedText(170_000);

function joinedText(length: number): string {
  const statements: unknown[] = [];
  let size = 0;
  for (const text of managedTexts) {
    const own = [JSON.parse(text).Statement].flat();
    if (size + text.length > length) continue;
    statements.push(...own.map((one) => ({ ...one, Sid: `S${statements.length}` })));
    size += text.length;
    if (size > length - 2000) break;
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 4);
}
