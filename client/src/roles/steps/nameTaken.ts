import { isDenied } from '../awsError.ts';
import { blocked, type StepState } from '../stepState.ts';

/** IAM takes names that differ in case only as the same. Looked for as far as listing is allowed. */
export async function nameTaken(
  type: string,
  name: string,
  list: () => Promise<readonly { readonly name: string }[]>,
): Promise<StepState | undefined> {
  const taken = (await listed(list)).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (taken === undefined) return undefined;
  const why =
    taken.name === name
      ? 'with another path, and a name can be used once'
      : 'and IAM takes names that differ in case only as the same';
  return blocked(`There is the ${type} ${taken.name} already, ${why}; choose another name.`);
}

async function listed<T>(list: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await list();
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}
