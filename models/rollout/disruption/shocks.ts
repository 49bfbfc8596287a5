import type { DisruptionEvent } from './events.ts';

/** What the shocks of a replication make of the vendor's output. */
export interface OutputShocks {
  /** Mean factor on the packages made between two days: 1 when nothing happens. */
  factor(from: number, to: number): number;
  /** Day on which a rack finished on `day` leaves: later where a hold is on. */
  released(day: number): number;
}

/** A world without shocks. */
export const NO_SHOCKS: OutputShocks = { factor: () => 1, released: (day) => day };

/** Days from where a shock strikes to the tested package; negative at a finished rack. */
export interface PipelineLags {
  readonly waferToPackageDays: number;
  readonly packageToRackDays: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

/**
 * Turns events into factors on packages: losses and gains of several shocks multiply, holds end together with the last.
 *
 * A shock at the wafers shows in packages one wafer and packaging time later; one at the racks shows in those that
 * were packages one integration time earlier.
 */
export function shocksOf(events: readonly DisruptionEvent[], lags: PipelineLags): OutputShocks {
  if (events.length === 0) return NO_SHOCKS;
  const spans = events.flatMap((event) => spansOf(event, lags));
  const holds = events
    .filter(({ disruption }) => disruption.effect.kind === 'holds')
    .map(({ day, lengthDays }) => ({ from: day, to: day + lengthDays }))
    .sort((a, b) => a.from - b.from);
  return {
    factor: (from, to) => {
      let factor = 1;
      for (const span of spans) {
        const overlap = Math.min(to, span.to) - Math.max(from, span.from);
        if (overlap > 0) factor *= 1 + (span.change * overlap) / (to - from);
      }
      return Math.max(0, factor);
    },
    released: (day) => {
      let end = day;
      for (const hold of holds) if (end >= hold.from && end < hold.to) end = hold.to;
      return end;
    },
  };
}

function spansOf({ disruption, day, lengthDays, size }: DisruptionEvent, lags: PipelineLags): Span[] {
  const { effect } = disruption;
  if (effect.kind === 'holds' || lengthDays <= 0) return [];
  const from = day + lagToPackage(disruption.at, lags);
  const to = from + lengthDays;
  if (effect.kind === 'raises') return [{ from, to, change: size }];
  const spans: Span[] = [{ from, to, change: -size }];
  const { madeUp = 0, over = 0 } = effect;
  if (madeUp > 0 && over > 0)
    spans.push({ from: to, to: to + over, change: (size * madeUp * lengthDays) / over });
  return spans;
}

function lagToPackage(
  at: 'wafer' | 'package' | 'rack',
  { waferToPackageDays, packageToRackDays }: PipelineLags,
): number {
  if (at === 'package') return 0;
  return at === 'wafer' ? waferToPackageDays : -packageToRackDays;
}
