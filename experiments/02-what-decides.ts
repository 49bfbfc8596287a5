// Question: what decides whether all of the agreement of November 2025 is in service by its date?
// Design:   16 points on common draws, all combinations of two values each of: start of the dedicated sites (as planned, six months
//           later), flow of existing halls and tenant's part of the provider's intake (each at the 10 % and the 90 % point of its
//           distribution), and where racks are allotted (finished racks, wafer starts). Everything else is drawn.
// Output:   results/02-what-decides/ (cells.csv: probability of the target by its date with Wilson intervals, and the part of the
//           contract in service at that date; manifest.json), and the 16 cells printed as a table.
//
//   tsx experiments/02-what-decides.ts            1,000 replications a cell
//   tsx experiments/02-what-decides.ts --quick    25 replications a cell; what is committed and tested
import { parseArgs } from 'node:util';
import {
  estimateCells,
  estimateFields,
  percentWithInterval,
  plainTable,
  rolloutScenarioModel,
  sweep,
  targetProbability,
  type Estimate,
  type Records,
  type Table,
} from 'gigaramp';
import { quantileEstimate } from 'gigaramp/statistics';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/02-what-decides' },
  },
});

const SITE_STARTS = {
  'as planned': {},
  'six months later': {
    'sites.dedicated-1.start': '2025-08-01',
    'sites.dedicated-2.start': '2026-01-01',
    'sites.dedicated-3.start': '2026-05-03',
  },
} as const;
const LEVELS = [0.1, 0.9] as const;

const cells = Object.entries(SITE_STARTS).flatMap(([siteStarts, starts]) =>
  LEVELS.flatMap((hallShare) =>
    LEVELS.flatMap((tenantCap) =>
      (['rack', 'waferStart'] as const).map((allotAt) => ({
        name: `sites ${siteStarts}, hallShare at ${hallShare}, tenantCap at ${tenantCap}, allotAt ${allotAt}`,
        key: [siteStarts, hallShare, tenantCap, allotAt] as const,
        inputs: { hallShare, tenantCap },
        settings: { ...starts, 'chips.allotAt': allotAt },
        atPlan: [],
      })),
    ),
  ),
);

const { records } = await sweep({
  scenarioModel: rolloutScenarioModel,
  rows: cells,
  replications: values.quick ? 25 : 1000,
  out: values.out,
  fresh: true,
  tables: (found) => [cellsTable(found)],
});
console.log(`All of the contract in service by its date, ${records.replications} replications a cell`);
console.log(
  plainTable(
    [
      'sites',
      'power of existing halls at',
      "tenant's share at",
      'allotted at',
      'P(target on time)',
      'half have by then',
    ],
    cells.map(({ name, key }) => [
      ...key.map(String),
      percentWithInterval(targetProbability(records, name)!),
      percentWithInterval(partAtDate(records, name)),
    ]),
  ),
);
console.log('Intervals (95 %) are sampling error of the simulation under the stated assumptions.');

function cellsTable(found: Records): Table {
  const inputOf = 'point at which it is held:';
  return {
    name: 'cells',
    description:
      'Probability that the target is reached by its date in each of 16 cells on common draws (Wilson intervals).',
    fields: [
      { name: 'site_starts', type: 'string', description: 'when the dedicated sites start' },
      {
        name: 'hall_share',
        type: 'number',
        unit: 'quantile',
        description: `${inputOf} flow of existing halls`,
      },
      {
        name: 'tenant_cap',
        type: 'number',
        unit: 'quantile',
        description: `${inputOf} the tenant's part of intake`,
      },
      {
        name: 'allot_at',
        type: 'string',
        description: 'where the racks are told apart from those of others',
      },
      {
        name: 'replications',
        type: 'integer',
        unit: 'replications',
        description: 'replications of the cell',
      },
      ...estimateFields('p_target', 'number', 'probability of the target by its date', 'share'),
      ...estimateFields(
        'part_at_date_p50',
        'number',
        'median part of the contract in service at the date',
        'share',
      ),
    ],
    rows: () =>
      cells.map(({ name, key }) => [
        ...key,
        found.replications,
        ...estimateCells(targetProbability(found, name)!),
        ...estimateCells(partAtDate(found, name)),
      ]),
  };
}

/** Median part of the contract that is in service at the end of the target's date. */
function partAtDate(found: Records, name: string): Estimate {
  const cell = found.points.find((point) => point.name === name)!;
  const contract = cell.column('contract_gpus');
  const parts = cell.column('gpus_at_target_date').map((gpus, replication) => gpus / contract[replication]);
  return quantileEstimate(parts.sort(), 0.5);
}
