import type { Segment } from '../kernel/index.ts';

/** A stretch of a driving path as it is shown: consecutive segments of one activity at one entity are one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly activity: string;
  readonly entity: string;
  /** `elapsed`, `waited for …`, `joined last, … days after …`. */
  readonly how: string;
}

/** Turns segments into what a reader wants: no empty stretches, joins and waits in words. */
export function mergeSegments(segments: readonly Segment[]): Stretch[] {
  const stretches: Stretch[] = [];
  let join: Segment | undefined;
  for (const segment of segments) {
    if (segment.to === segment.from) {
      // Of several joins at one instant the one with the least slack names the next driver.
      if (!Number.isNaN(segment.slack) && !(join !== undefined && join.slack <= segment.slack))
        join = segment;
      continue;
    }
    const previous = stretches.at(-1);
    if (
      join === undefined &&
      segment.kind === 'elapsed' &&
      previous?.how === 'elapsed' &&
      previous.activity === segment.label &&
      previous.entity === segment.entity
    ) {
      stretches[stretches.length - 1] = { ...previous, to: segment.to };
      continue;
    }
    stretches.push({
      from: segment.from,
      to: segment.to,
      activity: segment.label,
      entity: segment.entity,
      how: howOf(segment, join),
    });
    join = undefined;
  }
  return stretches;
}

function howOf(segment: Segment, join: Segment | undefined): string {
  const wait =
    segment.kind === 'granted'
      ? `waited for ${segment.label}${segment.holderEntity === '' ? '' : `, held by ${segment.holderEntity}`}`
      : segment.kind;
  if (join === undefined) return wait;
  const before = join.runnerUpLabel === '' ? 'the next' : join.runnerUpLabel;
  const tie = join.ties > 0 ? `, with ${join.ties} more at the same time` : '';
  return `${wait}; the last of what it needed came ${slackText(join.slack)} after ${before}${tie}`;
}

/** In whole days: no stage is known to the hour. */
function slackText(days: number): string {
  const whole = Math.round(days);
  if (whole === 0) return days === 0 ? '0 days' : 'less than a day';
  return `${whole} ${whole === 1 ? 'day' : 'days'}`;
}
