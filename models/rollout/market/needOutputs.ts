import { scalar, type RolloutOutput } from '../output.ts';

/** What the contract asks for. */
export function needOutputs(): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'contract_gpus',
        unit: 'gpu',
        role: 'asked',
        description: 'GPUs the contract buys, rounded up to whole racks',
      },
      ({ programme }) => programme.need.gpus,
    ),
  ];
}
