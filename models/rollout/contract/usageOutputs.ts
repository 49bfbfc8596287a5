import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import { dayNumber } from '../calendars.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { scalar, type RolloutOutput } from '../output.ts';

/** What was used of the contract, and what that costs. */
export function usageOutputs(): RolloutOutput[] {
  return [
    scalar(
      { name: 'gpu_days', unit: 'GPU-day', description: 'GPUs in service, integrated to the horizon' },
      ({ service }) => service.gpuDays,
    ),
    scalar(
      { name: 'spend_at_horizon', unit: '$', role: 'worth', description: 'spend up to the horizon' },
      ({ service, programme }) => service.gpuDays * (programme.price * DAY_HOURS),
    ),
    scalar(
      {
        name: 'spend_over_term',
        unit: '$',
        role: 'spend over term',
        description: 'spend over the term if the GPUs at the horizon stay until its end',
      },
      spendOverTerm,
    ),
  ];
}

function spendOverTerm({ world, service, programme }: FinishedRun): number {
  const { scenario, horizonDays } = world;
  const termDays = dayNumber(scenario.start, scenario.contract.termEnds);
  const afterwards = programme.need.acceptedGpus * Math.max(0, termDays - horizonDays);
  return (service.gpuDays + afterwards) * (programme.price * DAY_HOURS);
}
