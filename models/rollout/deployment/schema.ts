import { z } from 'zod';
import { count, duration, ratio, uncertain } from '../../../src/scenario/index.ts';

/** How racks come from the dock into service; what is optional is off, or takes no time, where it is absent. */
export const deploymentSchema = z.strictObject({
  crews: count('crew', { min: 1 }).meta({
    description: 'Crews of every campus that install racks.',
    examples: ['1 crew'],
  }),
  racksPerDay: uncertain('rack/day', { min: 0.5, max: 10_000 }).meta({
    description: 'Racks that one of them installs in a day, one draw a site.',
    examples: ['catalog:deployment.install-rate'],
  }),
  travelling: z
    .strictObject({
      crews: count('crew', { min: 1 }).meta({ description: 'Crews of the pool.', examples: ['2 crew'] }),
      move: uncertain('duration').meta({
        description: 'From the call to the first rack, tools and passes included.',
        examples: ['5 / 10 / 20 days'],
      }),
      perSite: count('crew', { min: 1 }).meta({
        description: 'Most that are at one campus, or on their way to it, at once.',
        examples: ['2 crew'],
      }),
    })
    .optional()
    .meta({
      description: 'Crews that go where racks wait for one, and on when none waits any more.',
      absent: 'none',
    }),
  crewPolicy: z
    .strictObject({
      kind: z
        .enum(['add', 'move'])
        .describe(
          'Whether a new crew is taken on, or one of another campus of the provider moves that has no work there.',
        ),
      queue: duration({ min: 0.5, max: 3660 }).meta({
        description: 'Days of work ahead of the crews of a campus beyond which one more is asked for.',
        examples: ['20 days'],
      }),
      lag: uncertain('duration').meta({
        description: 'From the call to the first rack.',
        examples: ['3 / 6 / 12 weeks'],
      }),
      perSite: count('crew', { min: 1 }).meta({
        description: 'Most crews of one campus, its own among them, for which one is asked.',
        examples: ['4 crew'],
      }),
    })
    .optional()
    .meta({
      description: 'What a provider does where the queue of a crew grows long.',
      absent: 'nothing: a campus keeps the crews that it has',
    }),
  deadOnArrival: z
    .strictObject({
      share: uncertain('ratio', { max: 1 }).meta({
        description: 'Part of the racks, one value a replication.',
        examples: ['1 / 3 / 8 %'],
      }),
      repair: uncertain('duration').meta({
        description: 'Repair of one.',
        examples: ['1 / 2 / 5 days'],
      }),
    })
    .optional()
    .meta({
      description: 'Racks that do not come up when they are powered on.',
      absent: 'none',
    }),
  burnIn: uncertain('duration').meta({
    description: 'Soak of a rack after power-on.',
    examples: ['catalog:deployment.burn-in'],
  }),
  reworkShare: uncertain('ratio', { max: 1 }).meta({
    description: 'Part of the racks that fail burn-in, one value a replication.',
    examples: ['catalog:deployment.rack-rework-share'],
  }),
  rework: uncertain('duration').meta({
    description: 'Rework of a rack that failed, before it burns in again.',
    examples: ['3 / 7 / 14 days'],
  }),
  podRacks: count('rack', { min: 1 }).meta({
    description: 'Racks of a pod, which are accepted together; halls hold whole pods.',
    examples: ['8 rack'],
  }),
  bringUp: uncertain('duration')
    .optional()
    .meta({
      description: 'Fabric and storage on the powered racks of a pod, after any network freeze.',
      default: '0 days',
      examples: ['3 / 5 / 10 days'],
    }),
  podAcceptance: uncertain('duration')
    .optional()
    .meta({
      description: "The pod's own acceptance runs.",
      default: '0 days',
      examples: ['2 / 3 / 7 days'],
    }),
  acceptance: uncertain('duration').meta({
    description: 'Shake-out of the cluster that the pod joins, one draw a site.',
    examples: ['catalog:deployment.shake-out'],
  }),
  outOfService: z
    .strictObject({
      firstYear: uncertain('ratio', { max: 1 }).meta({
        description: 'Part of them in the first year after acceptance.',
        examples: ['catalog:deployment.out-of-service-share-first-year'],
      }),
      later: uncertain('ratio', { max: 1 }).meta({
        description: 'Part of them from then on.',
        examples: ['catalog:deployment.out-of-service-share'],
      }),
    })
    .optional()
    .meta({
      description: 'Accepted racks that cannot be used, by time since acceptance.',
      absent: 'all can be used',
    }),
  spares: ratio({ max: 1 })
    .optional()
    .meta({
      description:
        'Racks beyond the contract that stand in for those out of service, as a part of the accepted ones.',
      default: '0 %',
      examples: ['2 %'],
    }),
  billable: z.enum(['accepted', 'available']).optional().meta({
    description: 'What the tenant is billed for: racks accepted, or what of them can be used.',
    default: 'accepted',
  }),
});
