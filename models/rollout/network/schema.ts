import { z } from 'zod';
import { count, differing, quantity, ratio, stage, uncertain } from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));

/** A full fat tree. */
const topology = z.strictObject({
  radix: count('port', { min: 2, max: 100_000 }).meta({
    description: 'Ports of one switch.',
    examples: ['144 port'],
  }),
  tiers: z
    .union([z.literal(2), z.literal(3)])
    .meta({ description: 'Tiers of switches; they bound how many GPUs a hall may have.', examples: [3] }),
  portsPerGpu: quantity('port/gpu', { max: 1000 }).meta({
    description: 'Ports of the fabric a GPU has.',
    examples: ['1 port/gpu'],
  }),
  copperFirstHop: z
    .boolean()
    .describe('First hop in copper: no optical modules between GPU and first switch.'),
  twinPortSaving: ratio({ max: 1 })
    .optional()
    .meta({
      description: 'Part of the modules that is saved by twin-port modules on the switch side.',
      default: '0 %',
      examples: ['25 %'],
    }),
});

/** What it takes to connect a hall. */
export const networkStages = z.strictObject({
  switchLeadTime: activity().meta({
    description: 'Order to delivery of the switches.',
    examples: ['catalog:network.switch-lead-time-2026'],
  }),
  opticsLeadTime: activity().meta({
    description: 'Order to delivery of the optical modules.',
    examples: ['catalog:network.optics-lead-time-2026'],
  }),
  installation: activity().meta({
    description: 'Installing the network of a hall, once it is there and the shell lets it in.',
    examples: ['2 / 4 / 6 weeks'],
  }),
  topology: topology.optional().meta({
    description: 'A full fat tree, to count modules and reach from.',
    absent: 'nothing is counted',
  }),
  cablingRate: uncertain('module/day', { min: 1 })
    .optional()
    .meta({
      description:
        'Optical modules plugged and tested in a day: the topology then sets the length of cabling.',
      absent: 'cabling is a part of the installation',
      examples: ['800 / 1200 / 2000 module/day'],
    }),
  opticsSlip: uncertain('duration')
    .optional()
    .meta({
      description: 'Slip of optics that hits every site of the replication alike.',
      default: '0 days',
      examples: ['catalog:network.optics-slip'],
    }),
  trunkFibre: activity()
    .optional()
    .meta({
      description: 'Fibre to the campus, from land clearing on.',
      absent: 'none is waited for',
      examples: ['6 / 9 / 15 months'],
    }),
  storageLeadTime: activity()
    .optional()
    .meta({
      description: 'Order to delivery of the storage of a hall.',
      absent: 'none is waited for',
      examples: ['12 / 20 / 30 weeks'],
    }),
  storageInstallation: activity()
    .optional()
    .meta({
      description: 'Installing the storage.',
      default: '0 days',
      examples: ['2 / 3 / 5 weeks'],
    }),
});

const usual = 'that of `construction.network`, or of the site for a hall';

/** What a site or a hall states of its network for itself. */
export const ownNetwork = differing(networkStages, usual).optional().meta({
  description: 'Network and storage where they differ.',
  absent: usual,
});

export type Topology = z.output<typeof topology>;
export type NetworkStages = z.output<typeof networkStages>;
