import type { Command } from '@commander-js/extra-typings';
import type { Console } from './console.ts';
import { shareFrom } from './numbers.ts';
import { pointsCommand, scenarioArgument, withModel, type ShippedModel } from './pointsCommand.ts';
import { ownStepOption, stepCostOption, stepsByOption } from './relaxation.ts';

/** The command `reach`. */
export function reachCommand<S>({
  shipped,
  console,
}: {
  readonly shipped: ShippedModel<S>;
  readonly console: Console;
}): Command {
  return pointsCommand('reach', {
    description: 'find the fewest steps that bring a milestone in on time with a given probability',
    milestone: 'milestone to reach',
    replications: 'replications of each point (default: 200)',
    out: 'results/<scenario name>-reach',
    set: 'the scenario',
  })
    .argument(...scenarioArgument)
    .option('--p <share>', 'probability to reach, such as 80% or 0.8 (default: 80%)', shareFrom)
    .option('--date <date>', 'date to reach it by (default: that of the target)')
    .option('--size <share>', 'size of every step (default: 10%, then 20%, 30% and 50%)', shareFrom)
    .option(...stepsByOption)
    .option(...ownStepOption)
    .option(...stepCostOption)
    .action(async (file, { model, ...options }) => {
      const { reach } = await import('./reach.ts');
      await withModel(shipped, model, async (scenarioModel) => reach(console, scenarioModel, file, options));
    }) as unknown as Command;
}
