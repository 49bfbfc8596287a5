import { Presets, SingleBar } from 'cli-progress';
import type { Console } from './console.ts';
import { noteLine } from './console.ts';

/** Shows how far a run is. */
export interface ProgressLine {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar with the time left on a terminal, else a plain line at every tenth. */
export function progressLine(console: Console, unit = 'replications'): ProgressLine {
  // A dumb terminal shows cursor movements as rubbish.
  const canMove = console.error.isTTY === true && process.env['TERM'] !== 'dumb';
  return canMove ? bar(console, unit) : plainLines(console, unit);
}

function bar(console: Console, unit: string): ProgressLine {
  const single = new SingleBar(
    {
      format: `{bar} {percentage} % | {value}/{total} ${unit} | {eta_formatted} left`,
      stream: console.error as NodeJS.WriteStream,
      etaBuffer: 50,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total) {
      if (started) single.update(done);
      else single.start(total, done);
      started = true;
    },
    stop() {
      if (started) single.stop();
    },
  };
}

function plainLines(console: Console, unit: string): ProgressLine {
  let printed = -1;
  return {
    update(done, total) {
      const tenth = Math.floor((done / total) * 10);
      if (tenth === printed) return;
      if (printed >= 0 || tenth > 0) noteLine(console, `${done}/${total} ${unit}`);
      printed = tenth;
    },
    stop() {},
  };
}
