import { scalar, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';

/** What is in service at the target date and at the horizon. */
export function serviceOutputs({ target }: Pick<RolloutScenario, 'target'>): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'gpus_at_target_date',
        unit: 'gpu',
        description: 'GPUs in service at the end of the target date',
      },
      ({ service }) => service.gpusAtTargetDate,
    ),
    scalar(
      {
        name: 'part_at_target_date',
        unit: 'share',
        role: 'attained',
        title: 'part of the target in service on its date',
        description: "part of the target's GPUs in service at the end of its date, at most all",
      },
      ({ service, programme }) =>
        Math.min(1, service.gpusAtTargetDate / (target.fraction * programme.need.gpus)),
    ),
    scalar(
      { name: 'gpus_at_horizon', unit: 'gpu', description: 'GPUs in service at the horizon' },
      ({ programme }) => programme.need.acceptedGpus,
    ),
  ];
}
