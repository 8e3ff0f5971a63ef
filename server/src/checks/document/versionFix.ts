import type { PolicyDocument } from '../../policy/model.ts';
import type { Fix } from '../check.ts';

export const currentVersion = '2012-10-17';

/** A fix that makes the policy's version the current one, added where there is none. */
export function setVersion({ node, version }: PolicyDocument, safe: boolean): Fix {
  const value = currentVersion;
  return version?.value === undefined
    ? {
        title: `Add "Version": "${value}"`,
        edits: [{ edit: 'addMember', object: node, name: 'Version', value, after: null }],
        safe,
      }
    : {
        title: `Change the Version to ${value}`,
        edits: [{ edit: 'replace', node: version.value, value }],
        safe,
      };
}
