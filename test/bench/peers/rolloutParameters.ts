// The rollout of the comparison with SimPy: its numbers once, for the scenario language and for the peer alike.

/** A quantity both sides draw the same way. */
export type Law = readonly ['constant' | 'uniform' | 'triangular' | 'exponential', ...number[]];

const HALL_MEGAWATTS = 100;

/** Days, MW, racks and fractions: some existing halls as a flow, and one new campus with two halls. */
export const parameters = {
  racks: 2000,
  podRacks: 8,
  kilowattsPerRack: 125,
  pace: ['uniform', 0.9, 1.2],
  lots: { racks: 200, every: 7, count: 150, share: ['uniform', 0.4, 0.6], cap: 0.4 },
  freight: ['triangular', 4, 6, 12],
  existing: { initial: 20, everyDays: 30.4375, monthly: [8, 14], ceiling: [60, 90] },
  substation: {
    units: 3,
    unitMegawatts: 108,
    concept: ['triangular', 20, 30, 60],
    design: ['uniform', 40, 80],
    permits: ['triangular', 30, 60, 150],
    civil: ['uniform', 60, 110],
    steel: ['uniform', 10, 40],
    dressOut: ['uniform', 14, 28],
    checkout: ['uniform', 10, 20],
  },
  transformer: {
    leadTime: ['triangular', 180, 240, 360],
    lateProbability: ['uniform', 0.1, 0.3],
    late: ['uniform', 20, 60],
  },
  upgrade: { probability: 0.3, days: ['uniform', 200, 400] },
  building: {
    sitePreparation: ['uniform', 30, 60],
    shell: ['triangular', 90, 120, 180],
    fitOut: ['triangular', 100, 140, 220],
    overlap: 0.25,
  },
  cooling: {
    heatRejection: ['triangular', 150, 200, 320],
    coolantDistribution: ['uniform', 120, 240],
    installation: ['uniform', 30, 60],
  },
  network: {
    switches: ['uniform', 100, 220],
    optics: ['triangular', 90, 150, 280],
    installation: ['uniform', 20, 45],
  },
  commissioning: {
    teams: 1,
    l3: ['uniform', 10, 20],
    flush: ['uniform', 7, 14],
    l4l5: ['uniform', 20, 35],
    reworkProbability: 0.25,
    rework: ['uniform', 10, 30],
  },
  halls: [
    { name: 'A', megawatts: HALL_MEGAWATTS, startsAfter: 0 },
    { name: 'B', megawatts: HALL_MEGAWATTS, startsAfter: 60 },
  ],
  racksPerDay: ['uniform', 4, 8],
  burnIn: ['triangular', 2, 3, 6],
  reworkShare: ['uniform', 0.02, 0.1],
  rework: ['exponential', 4],
  acceptance: ['uniform', 5, 12],
} as const satisfies Record<string, unknown>;
