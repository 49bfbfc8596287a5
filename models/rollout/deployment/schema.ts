import { z } from 'zod';
import { count, ratio, uncertain } from '../../../src/scenario/index.ts';

/** How racks come from the dock into service; what is optional is off, or takes no time, where it is absent. */
export const deploymentSchema = z.strictObject({
  /** Crews of every campus, and what one of them installs a day. */
  crews: count('crew', { min: 1 }),
  racksPerDay: uncertain('rack/day', { min: 0.5, max: 10_000 }),
  /** Crews that go where racks wait for one, and on when none waits any more. */
  travelling: z
    .strictObject({
      crews: count('crew', { min: 1 }),
      /** From the call to the first rack, tools and passes included. */
      move: uncertain('duration'),
      /** Most that are at one campus, or on their way to it, at once. */
      perSite: count('crew', { min: 1 }),
    })
    .optional(),
  /** Racks that do not come up when they are powered on. */
  deadOnArrival: z
    .strictObject({ share: uncertain('ratio', { max: 1 }), repair: uncertain('duration') })
    .optional(),
  burnIn: uncertain('duration'),
  reworkShare: uncertain('ratio', { max: 1 }),
  rework: uncertain('duration'),
  podRacks: count('rack', { min: 1 }),
  /** Fabric and storage on the powered racks of a pod, after any change freeze. */
  bringUp: uncertain('duration').optional(),
  /** The pod's own acceptance runs. */
  podAcceptance: uncertain('duration').optional(),
  /** Shake-out of the cluster that the pod joins: one draw a site. */
  acceptance: uncertain('duration'),
  /** Accepted racks that cannot be used, by time since acceptance. */
  outOfService: z
    .strictObject({
      firstYear: uncertain('ratio', { max: 1 }),
      later: uncertain('ratio', { max: 1 }),
    })
    .optional(),
  /** Racks beyond the contract that stand in for those out of service, as a part of the accepted ones. */
  spares: ratio({ max: 1 }).optional(),
  /** What the tenant is billed for; accepted racks where absent. */
  billable: z.enum(['accepted', 'available']).optional(),
});
