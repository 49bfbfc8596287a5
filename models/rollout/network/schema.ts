import { z } from 'zod';
import { count, quantity, ratio, stage, uncertain } from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));

/** A full fat tree. */
const topology = z.strictObject({
  radix: count('port', { min: 2, max: 100_000 }),
  tiers: z.union([z.literal(2), z.literal(3)]),
  /** Ports of the fabric a GPU has. */
  portsPerGpu: quantity('port/gpu', { max: 1000 }),
  /** First hop in copper: no optical modules between GPU and first switch. */
  copperFirstHop: z.boolean(),
  /** Modules saved by twin-port modules on the switch side. */
  twinPortSaving: ratio({ max: 1 }).optional(),
});

/** What it takes to connect a hall. */
export const networkStages = z.strictObject({
  switchLeadTime: activity(),
  opticsLeadTime: activity(),
  installation: activity(),
  topology: topology.optional(),
  /** Optical modules plugged and tested in a day: the topology then sets the length of cabling. */
  cablingRate: uncertain('module/day', { min: 1 }).optional(),
  /** Slip of optics that hits every site of the replication alike. */
  opticsSlip: uncertain('duration').optional(),
  /** Fibre to the campus, from land clearing on. */
  trunkFibre: activity().optional(),
  storageLeadTime: activity().optional(),
  storageInstallation: activity().optional(),
});

export type Topology = z.output<typeof topology>;
export type NetworkStages = z.output<typeof networkStages>;
