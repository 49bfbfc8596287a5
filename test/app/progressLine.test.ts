import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { coloursOf } from '../../src/app/cli/console.ts';
import { progressLine } from '../../src/app/cli/progressLine.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
beforeEach(() => vi.stubEnv('NO_COLOR', undefined));

/** A terminal that remembers what it was sent. */
function terminal(isTTY: boolean): { stream: Writable & { isTTY: boolean }; text: () => string } {
  let written = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const more = { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  return { stream: Object.assign(stream, more), text: () => written };
}

function shown(isTTY: boolean, term: string): { progress: string; bold: string } {
  vi.stubEnv('TERM', term);
  const { stream, text } = terminal(isTTY);
  const console = { out: stream, error: stream };
  const line = progressLine(console);
  for (const done of [0, 5, 10]) line.update(done, 10);
  line.stop();
  return { progress: text(), bold: coloursOf(console).bold('x') };
}

describe('progress', () => {
  test('on a terminal is a bar, with colours', () => {
    const { progress, bold } = shown(true, 'xterm');
    expect(progress).not.toContain('5/10 replications\n');
    expect(bold).toContain('\u001b[1m');
  });

  test('piped names what is run, where a command runs one thing after another', () => {
    const { stream, text } = terminal(false);
    const line = progressLine({ out: stream, error: stream });
    for (const done of [0, 10]) line.update(done, 10);
    for (const done of [0, 10]) line.update(done, 10, 'all orders as early as tried');
    line.stop();
    expect(text()).toBe('10/10 replications\n10/10 replications, all orders as early as tried\n');
  });

  test('piped says how long it will take when that has been seen for some seconds', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { stream, text } = terminal(false);
    const line = progressLine({ out: stream, error: stream });
    for (const done of [20, 30, 40, 50, 60, 90]) {
      line.update(done, 100, '2 workers');
      vi.advanceTimersByTime(4000);
    }
    vi.advanceTimersByTime(10_000_000);
    line.update(99, 100, '1 worker');
    line.update(100, 100, '1 worker');
    expect(text().split('\n')).toEqual([
      '20/100 replications, 2 workers',
      '30/100 replications, 2 workers',
      '40/100 replications, 2 workers, 24 seconds left',
      '50/100 replications, 2 workers, 20 seconds left',
      '60/100 replications, 2 workers, 16 seconds left',
      '90/100 replications, 2 workers, 3 seconds left',
      '99/100 replications, 1 worker, 2 minutes left',
      '100/100 replications, 1 worker',
      '',
    ]);
  });

  test.each([
    ['on a dumb terminal', true, 'dumb'],
    ['piped', false, 'xterm'],
  ])('%s is plain lines, without escapes or colours', (_, isTTY, term) => {
    const { progress, bold } = shown(isTTY, term);
    expect(progress).toBe('5/10 replications\n10/10 replications\n');
    expect(bold).toBe('x');
  });
});
