// Question: what decides whether all of the agreement of November 2025 is in service by its date?
// Design:   16 points on common draws, all combinations of two values each of: start of the dedicated sites (as planned, six months
//           later), flow of existing halls and tenant's part of the provider's intake (each at the 10 % and the 90 % point of its
//           distribution), and where racks are allotted (finished racks, wafer starts). Everything else is drawn.
// Output:   results/02-what-decides/ (cells.csv: probability of the target by its date with Wilson intervals, and the part of the
//           contract in service at that date; manifest.json), and the 16 cells printed as a table.
//
//   tsx experiments/02-what-decides.ts            1,000 replications a cell
//   tsx experiments/02-what-decides.ts --quick    25 replications a cell; what is committed and tested
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import CliTable from 'cli-table3';
import { portablePath, rolloutScenarioModel, scenarioOf } from '../src/app/index.ts';
import { percent, percentWithInterval } from '../src/app/cli/percent.ts';
import { gitState } from '../src/app/gitState.ts';
import { clearFolder, prepareFolder } from '../src/app/outputFolder.ts';
import { threads } from '../src/execution/index.ts';
import {
  defineExperiment,
  manifestText,
  openDiskStore,
  packageRoot,
  runExperiment,
  writeWholeFile,
  type Records,
} from '../src/experiment/index.ts';
import {
  estimateCells,
  estimateFields,
  targetProbability,
  writeResults,
  type Table,
} from '../src/output/index.ts';
import { quantileEstimate, type Estimate } from '../src/statistics/index.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/02-what-decides' },
  },
});
const replications = values.quick ? 25 : 1000;
const started = performance.now();

const SITE_STARTS = {
  'as planned': {},
  'six months later': {
    'sites.dedicated-1.start': '2025-08-01',
    'sites.dedicated-2.start': '2026-01-01',
    'sites.dedicated-3.start': '2026-05-03',
  },
} as const;
const LEVELS = [0.1, 0.9] as const;
const ALLOT_AT = ['rack', 'waferStart'] as const;

const cells = Object.entries(SITE_STARTS).flatMap(([siteStarts, starts]) =>
  LEVELS.flatMap((hallShare) =>
    LEVELS.flatMap((tenantCap) =>
      ALLOT_AT.map((allotAt) => ({
        name: `sites ${siteStarts}, hallShare at ${hallShare}, tenantCap at ${tenantCap}, allotAt ${allotAt}`,
        siteStarts,
        inputs: { hallShare, tenantCap },
        settings: { ...starts, 'chips.allotAt': allotAt },
      })),
    ),
  ),
);
type Cell = (typeof cells)[number];

const { model, source, defaultFile } = rolloutScenarioModel;
const points = cells.map(({ name, settings, inputs }) => {
  const { scenario } = scenarioOf(rolloutScenarioModel, defaultFile, settings);
  return { name, scenario, settings, inputs, atPlan: [] };
});
const { files } = scenarioOf(rolloutScenarioModel, defaultFile);
const experiment = defineExperiment({ model, seed: '1', points, files });

const out = resolve(values.out);
prepareFolder(out);
clearFolder(out);
const executor = threads({ source });
const { store } = openDiskStore({ folder: join(out, 'records'), experiment });
const records = await runExperiment({ experiment, executor, store, replications }).finally(
  async () => await executor.close(),
);
const outputs = await writeResults({
  folder: out,
  name: '02-what-decides',
  tables: [cellsTable(cells, records)],
});
writeWholeFile(
  join(out, 'manifest.json'),
  manifestText({
    experiment,
    replications,
    outputs,
    run: {
      module: portablePath(source.module),
      export: source.export,
      ...gitState(packageRoot()),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      workers: executor.workers,
      found: 0,
      seconds: Number(((performance.now() - started) / 1000).toFixed(3)),
      finished: new Date().toISOString(),
    },
  }),
);
console.log(
  `All of the contract in service by ${points[0].scenario.target.by}, ${replications} replications a cell`,
);
console.log(printed(cells, records));
console.log(
  'Below each probability: the part of the contract in service by that date in half of the replications.',
);
console.log('Intervals (95 %, Wilson) are sampling error of the simulation under the stated assumptions.');

function cellsTable(rows: readonly Cell[], from: Records): Table {
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
        description: 'point at which the flow of existing halls is held',
      },
      {
        name: 'tenant_cap',
        type: 'number',
        unit: 'quantile',
        description: "point at which the tenant's part of the provider's intake is held",
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
        'median part of the contract in service at the date of the target',
        'share',
      ),
    ],
    *rows() {
      for (const { name, siteStarts, inputs, settings } of rows)
        yield [
          siteStarts,
          inputs.hallShare,
          inputs.tenantCap,
          settings['chips.allotAt'],
          from.replications,
          ...estimateCells(targetProbability(from, name)!),
          ...estimateCells(partAtDate(from, name)),
        ];
    },
  };
}

/** Median part of the contract that is in service at the end of the target's date. */
function partAtDate(from: Records, name: string): Estimate {
  const cell = from.points.find((point) => point.name === name)!;
  const contract = cell.column('contract_gpus');
  const parts = cell.column('gpus_at_target_date').map((gpus, replication) => gpus / contract[replication]);
  return quantileEstimate(parts.sort(), 0.5);
}

/** Sites and halls downwards, tenant's cap and allotment across. */
function printed(rows: readonly Cell[], from: Records): string {
  const across = LEVELS.flatMap((cap) => ALLOT_AT.map((at) => ({ cap, at })));
  const head = [
    'sites',
    'hallShare at',
    ...across.map(({ cap, at }) => `tenantCap at ${cap}\nallotAt ${at}`),
  ];
  const table = new CliTable({ head, style: { head: [], border: [], compact: true } });
  for (const siteStarts of Object.keys(SITE_STARTS)) {
    for (const hallShare of LEVELS) {
      const line = across.map(({ cap, at }) => {
        const cell = rows.find(
          (row) =>
            row.siteStarts === siteStarts &&
            row.inputs.hallShare === hallShare &&
            row.inputs.tenantCap === cap &&
            row.settings['chips.allotAt'] === at,
        )!;
        return [
          percentWithInterval(targetProbability(from, cell.name)!),
          `half have ${percent(partAtDate(from, cell.name).estimate)}`,
        ].join('\n');
      });
      table.push([siteStarts, String(hallShare), ...line]);
    }
  }
  return table.toString();
}
