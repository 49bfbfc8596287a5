import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import type { Setting } from '../../scenario/index.ts';
import { precisionFrom } from '../precision.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { variedFrom, settingPair } from '../vary.ts';
import type { Varied } from '../sweepSchema.ts';
import { positiveInteger } from './numbers.ts';
import type { Console } from './console.ts';

/** What all commands take that run replications into a folder. */
export interface PointsCommand {
  readonly milestone?: string;
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly fresh?: boolean;
  readonly set?: readonly (readonly [string, Setting])[];
}

export const scenarioArgument = ['[scenario]', 'scenario file (default: the shipped one)'] as const;

/** Takes somebody's own model instead of the shipped one. */
export const modelOption = [
  '--model <module>',
  'own model: path/to/module.ts, or path/to/module.ts#export',
] as const;

export const seedOption = ['-s, --seed <text>', 'seed, any text (default: 1)'] as const;

export const workersOption = [
  '-w, --workers <count>',
  'worker threads, at most (default: all cores); 1 starts none',
  positiveInteger,
] as const;

export const jsonOption = ['--json', 'print the result as JSON'] as const;

export const designSeedOption = [
  '--design-seed <text>',
  'seed of the design, apart from that of the run (default: 1)',
] as const;

/** Stops a run that is precise enough. */
export const untilOption = [
  '-u, --until <precision>',
  'stop when the milestone of every point is known so well, such as ±2pp (its probability) or ±10d (its median), at the latest after --replications (default: 100000)',
  precisionFrom,
] as const;

/** Which milestone a command speaks of. */
export function milestoneOption(description: string): readonly [string & '--milestone <name>', string] {
  return ['--milestone <name>', `${description} (default: the target)`];
}

type Pair = readonly [string, Setting];

/** Settings laid over a scenario, several times. */
export function setOption(
  description: string,
): ['--set <path=value>', string, (text: string, before: readonly Pair[] | undefined) => readonly Pair[]] {
  return [
    '--set <path=value>',
    `${description}, several times`,
    (text, before = []) => {
      const [path, value] = settingPair(text);
      if (before.some(([other]) => other === path)) throw new InvalidArgumentError(`${path} is set twice.`);
      return [...before, [path, value]];
    },
  ];
}

/** What a command varies, several times. */
export function varyOption(
  description: string,
): ['--vary <what>', string, (text: string, before: readonly Varied[] | undefined) => readonly Varied[]] {
  return ['--vary <what>', description, (text, before = []) => [...before, variedFrom(text)]];
}

/** A command that runs replications into a folder, with the options that all of them have. */
export function pointsCommand(
  name: string,
  texts: {
    description: string;
    /** What the milestone is asked for. */
    milestone: string;
    replications: string;
    /** Default folder. */
    out: string;
    /** What settings are laid over. */
    set: string;
  },
) {
  return new Command(name)
    .description(texts.description)
    .option(...milestoneOption(texts.milestone))
    .option('-n, --replications <count>', texts.replications, positiveInteger)
    .option(...setOption(`settings of ${texts.set}`))
    .option(...seedOption)
    .option(...workersOption)
    .option('-o, --out <folder>', `output folder (default: ${texts.out})`)
    .option(...jsonOption)
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption);
}

/** Loads the model that a command runs when none is named. */
export type ShippedModel<S> = () => Promise<ScenarioModel<S>>;

/** What a command has from the program that it is part of. */
export interface CommandContext<S> {
  readonly shipped: ShippedModel<S>;
  readonly console: Console;
}

/** Does something with the model that a command names, else with the shipped one. */
export async function withModel<S>(
  shipped: ShippedModel<S>,
  own: string | undefined,
  body: <T>(scenarioModel: ScenarioModel<T>) => Promise<void> | void,
): Promise<void> {
  if (own === undefined) {
    await body(await shipped());
    return;
  }
  const { ownModel } = await import('../scenarioModel.ts');
  await body(await ownModel(own));
}
