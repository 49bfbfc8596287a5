import { countText } from './countText.ts';

/** From here on nobody waits by the quarter of a minute. */
const LONG_MINUTES = 10;

/**
 * A time in words, as somebody waits for it: seconds, quarters of a minute, minutes, then hours too.
 *
 * @example durationText(75); // '1 minute 15 seconds'
 */
export function durationText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return countText(whole, 'second');
  const quarters = Math.round(whole / 15);
  if (quarters < LONG_MINUTES * 4)
    return joined([Math.floor(quarters / 4), 'minute'], [(quarters % 4) * 15, 'second']);
  const minutes = Math.round(whole / 60);
  return joined([Math.floor(minutes / 60), 'hour'], [minutes % 60, 'minute']);
}

function joined(...parts: readonly (readonly [count: number, unit: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => countText(count, unit))
    .join(' ');
}
