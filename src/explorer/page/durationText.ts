/**
 * A time in words, as somebody waits for it.
 *
 * @example durationText(75_000); // '1 minute 15 seconds'
 */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return counted(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round((seconds % 60) / 15) * 15;
  if (minutes >= 10 || rest === 0 || rest === 60) return counted(Math.round(seconds / 60), 'minute');
  return `${counted(minutes, 'minute')} ${counted(rest, 'second')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
