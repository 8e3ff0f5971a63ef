import type { Connection } from '../aws/connection.ts';
import type { PlanTarget } from '../roles/plan.ts';

/** Where the plans of a connection belong. */
export async function targetOf(connection: Connection): Promise<PlanTarget> {
  const { account, partition } = await connection.caller();
  return { account, partition, region: connection.region };
}
