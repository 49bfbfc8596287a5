import type { FinishedRun } from '../finishedRun.ts';
import { series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import { integrals } from '../tally/curve.ts';

const HOURS_A_DAY = 24;

/** Spend by date, and as a part of what is committed. */
export function spendOutputs({ contract }: Pick<RolloutScenario, 'contract'>): RolloutOutput[] {
  const { commitment } = contract;
  return [
    series(
      {
        table: 'spend',
        name: 'spend',
        unit: '$',
        role: 'spend',
        whole: commitment,
        description: 'spend up to the date',
      },
      spend,
    ),
    series(
      {
        table: 'spend',
        name: 'committed_part',
        unit: 'fraction',
        description: 'spend as a part of the commitment',
      },
      (run) => spend(run).map((dollars) => dollars / commitment),
    ),
  ];
}

function spend({ programme, grid }: FinishedRun): Float64Array {
  const { tally, price, product } = programme;
  const dollarsPerRackDay = price * HOURS_A_DAY * product.gpusPerRack;
  return integrals(tally.inService, grid).map((rackDays) => rackDays * dollarsPerRackDay);
}
