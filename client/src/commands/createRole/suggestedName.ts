/** A policy's name of its file's, in characters that IAM takes; `otherwise` for a document without a name. */
export function policyNameOf(fileName: string, otherwise = 'permissions'): string {
  const stem = fileName.replace(/(:\d+)?$/, '').replace(/\.jsonc?$/i, '');
  const name = stem.replace(/[^\w+=,.@-]+/g, '-').replace(/^-+|-+$/g, '');
  return (name === '' || /^untitled/i.test(name) ? otherwise : name).slice(0, 128);
}
