import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Relaxation } from '../../design/index.ts';
import type { Setting } from '../../scenario/index.ts';
import { numberIn } from '../typedNumber.ts';
import { settingPair } from '../vary.ts';

/** A relaxation as `name: path=value; path=value`. */
function relaxationFrom(text: string): Relaxation {
  const [, name, list] = /^([^:=]+):(.+)$/.exec(text) ?? [];
  if (name === undefined || list === undefined) {
    throw new InvalidArgumentError(
      'expected name: path=value, such as no windows: calendars.outages=any-day.',
    );
  }
  const settings: Record<string, Setting> = Object.fromEntries(
    list.split(';').map((pair) => settingPair(pair.trim())),
  );
  return { name: name.trim(), settings };
}

/** The cost of a relaxation as `name=dollars`. */
function costFrom(text: string): [string, number] {
  const at = text.lastIndexOf('=');
  const dollars = numberIn(text.slice(at + 1), { '': 1, $: 1 });
  if (at < 1 || dollars === undefined || dollars < 0) {
    throw new InvalidArgumentError('expected name=dollars, such as no windows=2e6.');
  }
  return [text.slice(0, at).trim(), dollars];
}

export const ownStepOption = [
  '--relax <name: path=value>',
  'a step of your own, several times; further settings after ; (default: the steps of the model)',
  (text: string, before: readonly Relaxation[] = []): Relaxation[] => [...before, relaxationFrom(text)],
] as const;

export const stepCostOption = [
  '--cost <name=dollars>',
  'what a step costs, several times',
  (text: string, before: readonly (readonly [string, number])[] = []): (readonly [string, number])[] => [
    ...before,
    costFrom(text),
  ],
] as const;

export const stepsByOption = [
  '--by <who...>',
  'only steps of these: provider, tenant, utility, vendor (default: all)',
] as const;
