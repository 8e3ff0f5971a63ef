import { type Data, isStructure, type Parameters } from './data.ts';

type Branch = { [name: string]: string | Branch };

/**
 * The parameters of AWS Query and EC2 Query, nested again: `Tags.member.1.Key=a` and `Tag.1.Key=a` become lists of
 * structures. An empty list is written as an empty text.
 */
export function queryParameters(form: URLSearchParams): Parameters {
  const root: Branch = {};
  for (const [path, value] of form) plant(root, path.split('.'), value);
  const nested = nest(root);
  return isStructure(nested) ? nested : {};
}

function plant(branch: Branch, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    branch[name] = value;
    return;
  }
  const next = branch[name];
  const inner = typeof next === 'object' ? next : {};
  branch[name] = inner;
  plant(inner, rest, value);
}

function nest(branch: string | Branch): Data {
  if (typeof branch === 'string') return branch;
  const names = Object.keys(branch);
  if (names.length === 1 && typeof branch['member'] === 'object') return nest(branch['member']);
  if (names.every((name) => /^\d+$/.test(name)))
    return names.sort((one, other) => Number(one) - Number(other)).map((name) => nest(branch[name] ?? ''));
  return Object.fromEntries(names.map((name) => [name, nest(branch[name] ?? '')]));
}
