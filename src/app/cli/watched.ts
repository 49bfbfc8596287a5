import { relative } from 'node:path';
import type { Found, Progress } from '../../experiment/index.ts';
import type { RunPlan } from '../runToFolder.ts';
import { noteLine, type Console } from './console.ts';
import { separated } from './estimateText.ts';
import { interruptible } from './interruption.ts';
import { progressLine } from './progressLine.ts';

/** What a run reports to whoever started it. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onPlan: (plan: RunPlan) => void;
  readonly onFound: (found: Found) => void;
  readonly onProgress: (progress: Progress) => void;
}

const MOST_FACTORS = 6;

/** Runs something with its progress shown, what was found said, and Ctrl-C stopping it at the next block of records. */
export async function watched<T>(console: Console, body: (watch: Watch) => Promise<T>): Promise<T> {
  const line = progressLine(console);
  const onPlan = ({ points, replications, isMost, varied }: RunPlan): void => {
    if (points === 1) return;
    const all = `${separated(points * replications, 0)} in all`;
    noteLine(console, `${points} points of ${isMost ? 'at most ' : ''}${replications} replications, ${all}`);
    for (const phrase of varied.slice(0, MOST_FACTORS)) noteLine(console, `varied: ${phrase}`);
    if (varied.length > MOST_FACTORS) noteLine(console, `varied: ${varied.length - MOST_FACTORS} more`);
  };
  const onFound = ({ replications, dropped }: Found): void => {
    for (const path of dropped) noteLine(console, `dropped ${relative('', path)}: torn or damaged`);
    if (replications > 0)
      noteLine(console, `found ${replications} finished replications, running what is missing`);
  };
  const onProgress = ({ done, total, phase }: Progress): void => line.update(done, total, phase);
  return await interruptible(console, async (signal) => {
    try {
      return await body({ signal, onPlan, onFound, onProgress });
    } finally {
      line.stop();
    }
  });
}
