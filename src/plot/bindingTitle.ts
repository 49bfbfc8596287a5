import { monthText } from './calendarText.ts';
import type { Stack, StackedCause } from './stackCauses.ts';

/** A stretch of dates that one cause leads at its first and its last date. */
interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Whether others lead in between, each for a short time. */
  readonly isBroken: boolean;
}

/** Stretches shorter than this part of the dates are no finding. */
const SHORT = 0.08;

/** A cause that leads less of its stretch than this is not named for it. */
const LED = 0.8;

/** More stretches than this are no sentence. */
const MOST = 3;

/** Who holds back most until when, then who, and from when on most does not come at all. */
export function bindingTitle({ causes, dates }: Stack): string {
  const leaders = dates.map((_, i) => leaderAt(causes, i));
  const unmet = causes.find(({ kind }) => kind === 'unmet');
  if (leaders.every((name) => name === undefined)) {
    return unmet === undefined
      ? 'Nothing is held back on any date'
      : 'None of what is still to come is in service by the horizon';
  }
  const from = mostUnmetFrom(unmet, dates.length);
  if (from === undefined) return `Held back most ${leadersText(leaders, dates)}`;
  const before = leaders.slice(0, from);
  if (before.every((name) => name === undefined))
    return `More than half does not come by the horizon; the rest is held back most ${leadersText(leaders, dates)}`;
  const until = monthText(dates[from]!);
  return `Held back most ${leadersText(before, dates, until)}; from then more than half does not come by the horizon`;
}

/** The date from which on more than half is unmet to the end; a short end says only that there is a horizon. */
function mostUnmetFrom(unmet: StackedCause | undefined, count: number): number | undefined {
  const from = 1 + (unmet?.shares.findLastIndex((share) => share <= 0.5) ?? count);
  return count - from >= Math.max(1, SHORT * count) ? from : undefined;
}

/** Leaders in their order, such as `by chips until Mar 2026, then by crews`. */
function leadersText(
  leaders: readonly (string | undefined)[],
  dates: readonly Date[],
  end?: string | undefined,
): string {
  const stretches = stretchesOf(leaders);
  const isTold =
    stretches.length > 0 && stretches.length <= MOST && stretches.every((one) => leads(one, leaders));
  if (!isTold) return `${longestText(leaders)}${until(end)}`;
  const [only] = stretches;
  const isLed = (from: number, to: number): boolean =>
    leaders.slice(from, to).some((name) => name !== undefined);
  const parts = stretches.map(({ name, from, to, isBroken }, i) => {
    const next = stretches[i + 1];
    const isLater = isLed(i === 0 ? 0 : stretches[i - 1]!.to + 1, from);
    const start = isLater ? `from ${monthText(dates[from]!)} by` : i === 0 ? 'by' : 'then by';
    const stops = next !== undefined || isLed(to + 1, leaders.length);
    return `${start} ${name}${isBroken ? ', with breaks,' : ''}${until(stops ? monthText(dates[to]!) : end)}`;
  });
  const isAlways =
    parts.length === 1 &&
    end === undefined &&
    leaders.every((name) => name === undefined || name === only!.name);
  return isAlways ? `${parts[0]!} all the time` : parts.join(', ').replaceAll(',,', ',').replace(/,$/, '');
}

/** Whether a cause leads a stretch but for short breaks. */
function leads({ name, from, to }: Stretch, leaders: readonly (string | undefined)[]): boolean {
  const led = leaders.slice(from, to + 1).filter((leader) => leader !== undefined);
  return led.filter((leader) => leader === name).length >= LED * led.length;
}

const until = (month: string | undefined): string => (month === undefined ? '' : ` until ${month}`);

/** Where leaders change too often to be told one by one. */
function longestText(leaders: readonly (string | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const name of leaders) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[name, count]] = [...counts].sort((a, b) => b[1] - a[1]) as [[string, number]];
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return `by changing causes, on ${count} of ${all} dates by ${name}`;
}

function stretchesOf(leaders: readonly (string | undefined)[]): Stretch[] {
  const long = joined(leaders).filter(({ from, to }) => to - from + 1 >= SHORT * leaders.length);
  // Without the short ones, neighbours may be of one cause.
  return long.reduce<Stretch[]>((kept, stretch) => {
    const before = kept.at(-1);
    if (before?.name !== stretch.name) return [...kept, stretch];
    return [...kept.slice(0, -1), { ...before, to: stretch.to, isBroken: true }];
  }, []);
}

function joined(leaders: readonly (string | undefined)[]): Stretch[] {
  const stretches: { name: string; from: number; to: number; isBroken: boolean }[] = [];
  leaders.forEach((name, i) => {
    const open = stretches.at(-1);
    if (name === undefined) return;
    if (open?.name === name) open.to = i;
    else stretches.push({ name, from: i, to: i, isBroken: false });
  });
  return stretches;
}

function leaderAt(causes: readonly StackedCause[], index: number): string | undefined {
  const real = causes.filter(({ kind }) => kind === 'cause');
  const most = Math.max(...real.map(({ shares }) => shares[index]!));
  return most > 0 ? real.find(({ shares }) => shares[index] === most)?.name : undefined;
}
