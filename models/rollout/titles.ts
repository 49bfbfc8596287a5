import type { Titles } from '../../src/record/index.ts';

/**
 * Inputs, and the settings that they are read from, which are called by something else than the words of their names:
 * as the steps say it that change them, so that one thing has one name.
 */
export const INPUT_TITLES = {
  tenantCap: "tenant's share of the provider's chips",
  providerShare: "provider's share of the vendor's output",
  rackScalePart: "rack-scale part of the provider's chips",
  outputLevel: "level of the vendor's output",
  hallShare: 'power of existing halls',
  facilityKilowatts: 'power of a GPU',
  facilityPower: 'power of a GPU',
  pace: 'construction time',
  reworkShare: 'racks that fail burn-in',
  tempoShift: 'slowness common to all campuses',
  tempoLogSpread: 'difference in pace between campuses',
} as const;

/** What some of them mean, for who reads of them without the scenario. */
const MEANINGS: Partial<Readonly<Record<keyof typeof INPUT_TITLES, string>>> = {
  tempoShift:
    'by how much longer every campus of a provider takes than is usual, drawn once a run, on the logarithm: 0 is as usual, 0.1 is 11 % longer',
  tempoLogSpread:
    'how far the campuses of one provider are apart in that, drawn once a run, on the logarithm',
  pace: 'how long construction takes against the usual: 1 is as usual, 0.8 is a fifth less',
  hallShare: 'where in its range the power lies that comes free in halls that stand',
  outputLevel: 'where in its range the output of the vendor lies',
};

/** What the rollout calls its causes and inputs whose names say too little. */
export const TITLES: Titles = {
  causes: [
    { name: 'connection', title: 'grid and bridging power' },
    { name: 'crew', title: 'crews' },
    { name: 'existing', title: 'existing halls' },
  ],
  inputs: (Object.keys(INPUT_TITLES) as (keyof typeof INPUT_TITLES)[]).map((name) => ({
    name,
    title: INPUT_TITLES[name],
    ...(MEANINGS[name] === undefined ? {} : { meaning: MEANINGS[name] }),
  })),
};
