import { Presets, SingleBar } from 'cli-progress';
import type { Console } from './console.ts';
import { isDumb, noteLine } from './console.ts';
import { timeLeft } from './timeLeft.ts';

/** Shows how far a run is. */
export interface ProgressLine {
  /** `phase` says what is being run, where a command runs one thing after another, or by whom. */
  update(done: number, total: number, phase?: string): void;
  stop(): void;
}

/** A bar with the time left on a terminal, else a plain line at every tenth, with the time left after some seconds. */
export function progressLine(console: Console, unit = 'replications'): ProgressLine {
  return console.error.isTTY === true && !isDumb() ? bar(console, unit) : plainLines(console, unit);
}

function bar(console: Console, unit: string): ProgressLine {
  const single = new SingleBar(
    {
      format: `{bar} {percentage} % | {value}/{total} ${unit}{phase} | {eta_formatted} left`,
      stream: console.error as NodeJS.WriteStream,
      etaBuffer: 50,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let shown: { readonly done: number; readonly total: number } | undefined;
  return {
    update(done, total, phase = '') {
      const words = { phase: phase === '' ? '' : `, ${phase}` };
      if (shown?.total === total && shown.done <= done) single.update(done, words);
      else single.start(total, done, words);
      shown = { done, total };
    },
    stop() {
      if (shown !== undefined) single.stop();
    },
  };
}

function plainLines(console: Console, unit: string): ProgressLine {
  let printed = -1;
  let last = '';
  const leftAt = timeLeft();
  return {
    update(done, total, phase = '') {
      const left = leftAt(done, total);
      if (phase !== last) printed = -1;
      last = phase;
      const tenth = Math.floor((done / total) * 10);
      if (tenth === printed) return;
      if (printed >= 0 || tenth > 0) {
        const words = [`${done}/${total} ${unit}`, phase, left ?? ''].filter((word) => word !== '');
        noteLine(console, words.join(', '));
      }
      printed = tenth;
    },
    stop() {},
  };
}
