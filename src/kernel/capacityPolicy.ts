import { asWritten } from '../refusal/index.ts';

/** What becomes of work when a ticket that it needs loses its unit. */
export type CapacityPolicy = 'finish' | 'resume' | 'restart';

const POLICIES: readonly CapacityPolicy[] = ['finish', 'resume', 'restart'];

export interface WorkOptions {
  /** Default: what the change of capacity says. */
  policy?: CapacityPolicy | undefined;
}

/** @internal */
export const WORK_OPTIONS: readonly string[] = ['policy'];

/** What is wrong with a policy that is given; else undefined. @internal */
export function wrongPolicy(policy: CapacityPolicy | undefined): string | undefined {
  if (policy === undefined || POLICIES.includes(policy)) return undefined;
  return `policy ${asWritten(policy)}, expected ${POLICIES.join(', ')}`;
}
