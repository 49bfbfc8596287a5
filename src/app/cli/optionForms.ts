import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Setting } from '../../scenario/index.ts';
import type { Varied } from '../sweepSchema.ts';
import { settingPair, variedFrom } from '../vary.ts';

/** What `--until` does. */
export const untilText =
  'stop when the target of every point is known so well, such as ±2pp or ±10d, at the latest after --replications (default: 100000)';

/** Takes somebody's own model instead of the shipped one. */
export const modelOption = [
  '--model <module>',
  'own model: path/to/module.ts, or path/to/module.ts#export',
] as const;

/** What a command varies, several times. */
export function varyOption(
  description: string,
): ['--vary <what>', string, (text: string, before: readonly Varied[] | undefined) => readonly Varied[]] {
  return ['--vary <what>', description, (text, before = []) => [...before, variedFrom(text)]];
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

/** A number above 0 on the command line. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && Number.isFinite(value))) {
    throw new InvalidArgumentError('expected a number above 0.');
  }
  return value;
}
