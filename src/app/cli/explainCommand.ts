import { Command, Option } from '@commander-js/extra-typings';
import { InputError } from '../../experiment/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import type { Console } from './console.ts';
import { explain } from './explain.ts';
import { countFromZero, positiveInteger } from './numbers.ts';
import { setOption } from './optionForms.ts';

/** `gigaramp explain [scenario] --gpus N --replication r`. */
export function explainCommand<S>({
  shipped,
  console,
}: {
  shipped: ScenarioModel<S>;
  console: Console;
}): Command {
  return new Command('explain')
    .description('print the driving path of a number of GPUs in one replication')
    .argument('[scenario]', 'scenario file (default: the shipped one)')
    .option('--gpus <count>', 'GPUs in service', positiveInteger)
    .option('--replication <number>', 'which replication (default: 0)', countFromZero)
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .addOption(
      new Option('--view <view>', 'stop: name the wait; pass-through: go on to who was waited for')
        .choices(['stop', 'pass-through'] as const)
        .default('stop' as const),
    )
    .option('--milestone <name>', 'or a milestone of the scenario')
    .option(...setOption('settings of the scenario'))
    .option('--trace <file>', 'write the whole replication as trace events, for Perfetto')
    .option('--json', 'print the result as JSON')
    .action((file = shipped.defaultFile, { replication = 0, seed = '1', ...options }) => {
      if (file === undefined) throw new InputError('scenario: none, expected a file');
      explain(console, file, { replication, seed, ...options });
    }) as unknown as Command;
}
