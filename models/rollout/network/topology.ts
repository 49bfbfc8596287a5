import type { Topology } from './schema.ts';

/** Parts of a fabric. */
export interface FabricCounts {
  readonly endpoints: number;
  readonly switches: number;
  readonly modules: number;
}

/**
 * Counts the switches and optical modules of a full fat tree.
 *
 * A tree of t tiers has (2t − 1) × endpoints / radix switches and 2t modules an endpoint, two fewer where the first
 * hop is copper; twin-port modules save a part of the others on the switch side. More endpoints than one tree reaches
 * stand in several of them.
 *
 * @example fabricCounts({ radix: 64, tiers: 2, portsPerGpu: 1, copperFirstHop: false }, 2048).switches // 96
 */
export function fabricCounts(topology: Topology, gpus: number): FabricCounts {
  const { radix, tiers, portsPerGpu, copperFirstHop, twinPortSaving = 0 } = topology;
  const endpoints = Math.ceil(gpus * portsPerGpu - ROUNDING);
  const perEndpoint = 2 * tiers - (copperFirstHop ? 2 : 0);
  return {
    endpoints,
    switches: Math.ceil(((2 * tiers - 1) * endpoints) / radix - ROUNDING),
    modules: Math.ceil(endpoints * perEndpoint * (1 - twinPortSaving) - ROUNDING),
  };
}

/** Endpoints that a full fat tree reaches: radix²/2 in two tiers, radix³/4 in three. */
export function reach({ radix, tiers }: Pick<Topology, 'radix' | 'tiers'>): number {
  return 2 * (radix / 2) ** tiers;
}

const ROUNDING = 1e-9;
