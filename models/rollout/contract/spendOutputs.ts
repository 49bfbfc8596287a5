import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { series, type RolloutOutput } from '../output.ts';
import { FIRST_TENANT } from '../market/terms.ts';
import type { RolloutScenario } from '../scenario.ts';
import { integrals } from '../tally/curve.ts';

/**
 * Spend by date, and as a part of what is committed; not of a contract to which deals add, whose commitment is that of
 * its first part alone.
 */
export function spendOutputs(
  scenario: Pick<RolloutScenario, 'contract' | 'deals' | 'tenant'>,
): RolloutOutput[] {
  const { commitment } = scenario.contract;
  const isWhole = !hasDeals(scenario);
  return [
    series(
      {
        table: 'spend',
        name: 'spend',
        unit: '$',
        role: 'spend',
        ...(isWhole ? { whole: commitment } : {}),
        description: 'spend up to the date',
      },
      spend,
    ),
    ...(isWhole
      ? [
          series(
            {
              table: 'spend',
              name: 'committed_part',
              unit: 'fraction',
              description: 'spend as a part of the commitment',
            },
            (run) => spend(run).map((dollars) => dollars / commitment),
          ),
        ]
      : []),
  ];
}

/** Whether deals buy GPUs for the first tenant beside its contract. */
function hasDeals({
  deals = [],
  tenant: first = FIRST_TENANT,
}: Pick<RolloutScenario, 'deals' | 'tenant'>): boolean {
  return deals.some(({ tenant = first }) => tenant === first);
}

function spend({ programme, grid }: FinishedRun): Float64Array {
  const { tally, price, product } = programme;
  const dollarsPerRackDay = price * DAY_HOURS * product.gpusPerRack;
  return integrals(tally.inService, grid).map((rackDays) => rackDays * dollarsPerRackDay);
}
