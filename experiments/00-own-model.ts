// Question: by when do 30 turbines stand, and what is a third crane worth? A supply chain of one's own in one file.
// Design:   a sweep over cranes on common draws until every median is known to ±5 days, then two against three cranes. Run it again
//           and nothing is run again; ask for more and it goes on where it stopped.
// Output:   results/00-own-model/ and results/00-own-model/compare/, and the tables printed at the end. --quick: ±20 days.
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { compare, compareSummary, precisionFrom, sweep, sweepSummary, vary } from 'gigaramp';
import { gridDesign } from 'gigaramp/design';
import type { Model } from 'gigaramp/experiment';
import { exponential, fromInterval80 } from 'gigaramp/random';

export const scenario = { cranes: 2, turbines: 30, shipEveryDays: 6 };
type WindFarm = typeof scenario;

export const model: Model<WindFarm> = {
  name: 'wind-farm',
  version: '1',
  causes: ['shipping', 'lifting'],
  outputs: () => ({
    startDate: '2026-01-01',
    horizonDays: 600,
    gridDays: [],
    columns: [{ name: 'all', unit: 'day', kind: 'milestone', description: 'all stand', due: '2026-10-31' }],
  }),
  inputs: () => [],
  run(simulation, { cranes, turbines, shipEveryDays }, streams) {
    const crane = simulation.resource('crane', { capacity: cranes });
    for (let turbine = 1; turbine <= turbines; turbine++) {
      simulation.process(`turbine ${turbine}`, function* () {
        const late = streams.open('shipping', `turbine ${turbine}`, 'delay').draw(exponential(20));
        yield turbine * shipEveryDays + late;
        yield* crane.acquire();
        yield streams.open('lifting', `turbine ${turbine}`, 'lift').draw(fromInterval80(8, 20));
        crane.release();
      });
    }
    simulation.run();
    return { all: simulation.now < 600 ? simulation.now : Infinity };
  },
};

// Not in threads, and not for: gigaramp run --model experiments/00-own-model.ts
if (isMainThread && process.argv[1] === fileURLToPath(import.meta.url)) {
  const quick = process.argv.includes('--quick');
  const at = process.argv.indexOf('--out');
  const out = at < 0 ? 'results/00-own-model' : process.argv[at + 1];
  const scenarioModel = {
    model,
    source: { module: import.meta.url, export: 'model' },
    defaultScenario: scenario,
  };
  const rows = gridDesign([vary<WindFarm>('cranes', [1, 2, 3])]);
  const [workers, until] = quick ? [1, precisionFrom('±20d')] : [2, precisionFrom('±5d')];
  console.log(sweepSummary(await sweep({ scenarioModel, rows, until, workers, out })));
  const [a, b] = [{ name: 'two cranes' }, { name: 'three', settings: { cranes: 3 } }];
  const pairs = { replications: quick ? 50 : 1000, workers, out: `${out}/compare` };
  console.log(compareSummary(await compare({ scenarioModel, a, b, ...pairs })));
}
