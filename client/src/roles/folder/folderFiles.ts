import { nameOfArn } from '../arn.ts';
import { formattedDocument } from '../sameDocument.ts';
import { fileNames } from './fileNames.ts';
import type { FolderRole } from './folderRole.ts';
import { manifestName, type RoleManifest, readManifest } from './manifest.ts';

const trustFile = 'trust-policy.json';

export interface FolderFile {
  /** From the folder on, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files that hold a role: the manifest first. */
export function filesOfRole(role: FolderRole): readonly FolderFile[] {
  const { inlinePolicies, attachedPolicies, trustPolicy, ...facts } = role;
  const inline = filed('inline-policies', inlinePolicies, ({ name }) => name);
  const own = attachedPolicies.flatMap(({ arn, document }) =>
    document === undefined ? [] : [{ arn, document }],
  );
  const managed = filed('managed-policies', own, ({ arn }) => nameOfArn(arn));
  const { permissionsBoundary, ...others } = facts;
  const manifest: RoleManifest = {
    ...others,
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    trustPolicy: trustFile,
    inlinePolicies: inline.map(({ policy: { name }, path: file }) => ({ name, file })),
    attachedPolicies: attachedPolicies.map(({ arn }) => {
      const file = managed.find(({ policy }) => policy.arn === arn)?.path;
      return { arn, ...(file !== undefined && { file }) };
    }),
  };
  return [
    { path: manifestName, text: `${JSON.stringify(manifest, undefined, 2)}\n` },
    { path: trustFile, text: documentText(trustPolicy) },
    ...[...inline, ...managed].map(({ path, policy }) => ({ path, text: documentText(policy.document) })),
  ];
}

function filed<Policy>(folder: string, policies: readonly Policy[], nameOf: (policy: Policy) => string) {
  const names = fileNames(policies.map(nameOf));
  return policies.map((policy, index) => ({ policy, path: `${folder}/${names[index]}` }));
}

function documentText(document: string): string {
  return `${formattedDocument(document)}\n`;
}

/** A role from its files. Throws an `Error` where one is missing or is no JSON. */
export async function roleOfFiles(
  read: (path: string) => Promise<string | undefined>,
): Promise<FolderRole & { readonly manifest: RoleManifest }> {
  const text = await read(manifestName);
  if (text === undefined)
    throw new Error(`This folder has no ${manifestName}, so it holds no role. Pull a role into it first.`);
  const manifest = readManifest(text);
  const document = async (path: string): Promise<string> => {
    const found = await read(path);
    if (found === undefined)
      throw new Error(
        `${manifestName} names ${path}, but there is no such file. Write it, or pull the role again.`,
      );
    return found;
  };
  const { inlinePolicies, attachedPolicies, trustPolicy, permissionsBoundary, ...facts } = manifest;
  const inline: { name: string; document: string }[] = [];
  for (const { name, file } of inlinePolicies) inline.push({ name, document: await document(file) });
  const attached: { arn: string; document: string | undefined }[] = [];
  for (const { arn, file } of attachedPolicies)
    attached.push({ arn, document: file === undefined ? undefined : await document(file) });
  return {
    account: facts.account,
    name: facts.name,
    path: facts.path,
    description: facts.description,
    maxSessionDuration: facts.maxSessionDuration,
    tags: facts.tags,
    permissionsBoundary,
    trustPolicy: await document(trustPolicy),
    inlinePolicies: inline,
    attachedPolicies: attached,
    manifest,
  };
}
