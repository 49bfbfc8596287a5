import { YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { exponential, poisson, quantile, uniform, type Stream } from '../../../src/random/index.ts';
import type { Streams } from '../../../src/random/index.ts';
import type { DisruptionScenario } from './schema.ts';

const CAUSE = 'disruption';
const UNIT = uniform(0, 1);

/** One occurrence of a shock. */
export interface DisruptionEvent {
  readonly disruption: DisruptionScenario;
  /** Day on which it strikes, and how long it lasts there. */
  readonly day: number;
  readonly lengthDays: number;
  /** Part of the output lost or gained; 0 for a hold. */
  readonly size: number;
}

/**
 * The shocks of one replication, each drawn at its own address: the name of the disruption and how many came before it.
 *
 * With the cause at plan a shock at a rate comes as often as the median count, evenly spaced, and one with a
 * probability comes where that is a half or more.
 */
export function drawDisruptions(
  disruptions: readonly DisruptionScenario[],
  {
    streams,
    horizonDays,
    dayOf,
  }: { streams: Streams; horizonDays: number; dayOf: (isoDate: string) => number },
): DisruptionEvent[] {
  return disruptions.flatMap((disruption) => {
    const lengths = streams.open(CAUSE, disruption.name, 'length');
    const sizes = streams.open(CAUSE, disruption.name, 'size');
    return strikingDays(disruption, { streams, horizonDays, dayOf }).map((day, serial) => ({
      disruption,
      day,
      lengthDays: lengths.draw(disruption.length, serial),
      size: drawSize(disruption, sizes, serial),
    }));
  });
}

function strikingDays(
  { name, timing }: DisruptionScenario,
  {
    streams,
    horizonDays,
    dayOf,
  }: { streams: Streams; horizonDays: number; dayOf: (isoDate: string) => number },
): number[] {
  if (timing.kind === 'known') return [dayOf(timing.from)];
  const times = streams.open(CAUSE, name, 'time');
  if (timing.kind === 'once') {
    if (!streams.open(CAUSE, name, 'happens').chance(timing.probability, 0)) return [];
    const from = dayOf(timing.from);
    return [from + times.draw(UNIT, 0) * (dayOf(timing.to) + 1 - from)];
  }
  const rate = streams.open(CAUSE, name, 'rate').draw(timing.rate, 0);
  if (rate <= 0) return [];
  if (streams.isAtPlan(CAUSE)) return evenlySpaced((rate * horizonDays) / YEAR_DAYS, horizonDays);
  return arrivals(times, YEAR_DAYS / rate, horizonDays);
}

/** Days of a Poisson stream: draw k is the gap before event k, so a longer horizon moves no earlier event. */
function arrivals(times: Stream, meanGapDays: number, horizonDays: number): number[] {
  const gap = exponential(meanGapDays);
  const days: number[] = [];
  let day = times.draw(gap, 0);
  while (day < horizonDays && days.length < MOST_EVENTS) {
    days.push(day);
    day += times.draw(gap, days.length);
  }
  return days;
}

// A shock more often than daily for decades is a mistake in the scenario, not a reason to hang.
const MOST_EVENTS = 20_000;

function evenlySpaced(expected: number, horizonDays: number): number[] {
  const count = Math.min(MOST_EVENTS, quantile(poisson(expected), 0.5));
  return Array.from({ length: count }, (_, k) => (horizonDays * (k + 0.5)) / count);
}

function drawSize({ effect }: DisruptionScenario, sizes: Stream, serial: number): number {
  if (effect.kind === 'lowers') return sizes.draw(effect.loss, serial);
  return effect.kind === 'raises' ? sizes.draw(effect.gain, serial) : 0;
}
