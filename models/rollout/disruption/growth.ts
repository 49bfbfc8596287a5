import { YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { poisson, quantile, type Distribution } from '../../../src/random/index.ts';
import type { Refuse } from '../refuse.ts';
import type { DisruptionScenario } from './schema.ts';

/** The most that a quantity can be, but for one draw in a thousand. */
export function mostOf(distribution: Distribution): number {
  return quantile(distribution, 0.999);
}

// No vendor ever made so much more than it was going to; without an end a product of gains is no number.
const MOST_GROWTH = 1000;

/** Gains of shocks that go on at once multiply, and so does what is made up of several losses. */
export function checkGrowth(disruptions: readonly DisruptionScenario[], years: number, refuse: Refuse): void {
  const growths = disruptions.map((disruption) => logGrowth(disruption, years));
  const total = growths.reduce((sum, growth) => sum + growth, 0);
  if (!(total > Math.log(MOST_GROWTH))) return;
  const place = growths.indexOf(Math.max(...growths));
  const { kind } = disruptions[place]!.effect;
  const digits = total / Math.LN10;
  const got = digits < 15 ? Math.round(Math.exp(total)).toLocaleString('en-US') : `1e${Math.floor(digits)}`;
  refuse(
    ['disruptions', place, 'effect', kind === 'raises' ? 'gain' : 'over'],
    `expected shocks that at once raise the output at most ${MOST_GROWTH.toLocaleString('en-US')}-fold, got up to ${got}-fold`,
  );
}

// Output is looked at over lots, and none is made in less time.
const LEAST_LOT_DAYS = 0.25;
// Below this a second one at the same time is not to be expected in any number of replications.
const LEAST_MEAN = 1e-6;

/** Logarithm of what the occurrences of a shock that go on at once make of the output, but for one in a thousand. */
function logGrowth({ timing, effect, length }: DisruptionScenario, years: number): number {
  const most = mostOf(length);
  if (effect.kind === 'holds') return 0;
  const { gain, days } =
    effect.kind === 'raises' ? { gain: mostOf(effect.gain), days: most } : madeUpOf(effect, most);
  const mean = timing.kind === 'rate' ? mostOf(timing.rate) * Math.min(years, days / YEAR_DAYS) : 0;
  const count = mean > LEAST_MEAN ? Math.max(1, quantile(poisson(mean), 0.999)) : 1;
  return count * Math.log1p(gain);
}

/** What is made up of a loss, as a part of the output, and how long it takes. */
function madeUpOf(
  { loss, madeUp = 0, over = 0 }: Extract<DisruptionScenario['effect'], { kind: 'lowers' }>,
  lostDays: number,
): { gain: number; days: number } {
  if (madeUp === 0 || over === 0) return { gain: 0, days: 0 };
  return { gain: (mostOf(loss) * madeUp * lostDays) / Math.max(over, LEAST_LOT_DAYS), days: over };
}
