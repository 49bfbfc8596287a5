// Milliseconds per chart, drawn with linkedom at 720 px, of data as large as a three-year programme of sixty sites gives:
// the first drawing of a process, and the median of the next.
//
//   npx tsx test/bench/charts.ts
//
// Bar: 100 ms a chart, the first one too. Predicted: 10 ms, and 50 ms for the first, which compiles. Measured on 2 cores,
// Node 20.20: 1 to 20 ms, the first 29 ms at most; with both cores taken by other work 72 ms at most.
import { performance } from 'node:perf_hooks';
import { parseHTML } from 'linkedom';
import {
  attributionChart,
  bindingChart,
  chipsAndMegawattsChart,
  fanChart,
  ganttChart,
  intervalsChart,
  largestClusterChart,
  readinessChart,
  spendChart,
  tornadoChart,
  type Chart,
} from '../../src/plot/index.ts';

const BAR = 100;
const PASSES = 15;
const MONTHS = 38;
const DAYS = 1_155;

const document = parseHTML('<html><body></body></html>').document as unknown as Document;

const dayAt = (day: number): string => new Date(Date.UTC(2025, 10, 3 + day)).toISOString().slice(0, 10);
const monthEnds = Array.from({ length: MONTHS }, (_, i) =>
  new Date(Date.UTC(2025, 11 + i, 0)).toISOString().slice(0, 10),
);
const fan = monthEnds.map((date, i) => {
  const p50 = 200_000 * (1 - Math.exp(-i / 12));
  return { date, p10: p50 * 0.6, p25: p50 * 0.8, p50, p75: p50 * 1.2, p90: p50 * 1.5 };
});
const target = { date: '2026-12-31' };
const sure = (day: number) => ({ p10: dayAt(day - 20), p50: dayAt(day), p90: dayAt(day + 60) });
const stages = Array.from({ length: 60 * 8 }, (_, i) => ({
  site: `site ${Math.floor(i / 8)}`,
  stage: `stage ${i % 8}`,
  start: sure(20 + i),
  finish: sure(200 + i),
}));
const around = (estimate: number) => ({ estimate, low: estimate - 0.02, high: estimate + 0.02 });

const charts: Readonly<Record<string, () => Chart>> = {
  fan: () => fanChart({ document, fan, target: { ...target, gpus: { p10: 15e4, p50: 18e4, p90: 22e4 } } }),
  'readiness, a point a day': () =>
    readinessChart({
      document,
      target,
      points: Array.from({ length: DAYS }, (_, i) => ({
        date: dayAt(i),
        p: i / DAYS,
        low: i / DAYS,
        high: i / DAYS,
      })),
    }),
  'gantt, 60 sites': () => ganttChart({ document, stages, target, start: dayAt(0), end: dayAt(DAYS) }),
  'gantt, 8 sites by stage': () =>
    ganttChart({ document, stages: stages.slice(0, 64), target, start: dayAt(0), end: dayAt(DAYS) }),
  'binding, 12 causes': () =>
    bindingChart({
      document,
      points: monthEnds.flatMap((date) =>
        Array.from({ length: 12 }, (_, i) => ({ date, cause: `cause ${i}`, share: (i + 1) / 78 })),
      ),
    }),
  'attribution, 15 causes': () =>
    attributionChart({
      document,
      milestone: '100k GPUs in service',
      causes: Array.from({ length: 15 }, (_, i) => ({ cause: `cause ${i}`, ...around(10 + i) })),
    }),
  'tornado, 25 inputs': () =>
    tornadoChart({
      document,
      response: 'probability of the target',
      unit: 'share',
      base: around(0.3),
      bars: Array.from({ length: 25 }, (_, i) => ({
        name: `input ${i}`,
        low: around(0.3 - i / 100),
        high: around(0.3 + i / 100),
        lowLabel: 'P10',
        highLabel: 'P90',
      })),
    }),
  'chips and megawatts': () =>
    chipsAndMegawattsChart({
      document,
      chips: fan.map(({ date, p50 }) => ({ date, delivered: p50 * 1.2, waiting: p50 * 0.2, inService: p50 })),
      megawatts: fan.map(({ date, p50 }) => ({
        date,
        energized: p50 / 200,
        cooled: p50 / 220,
        used: p50 / 300,
      })),
    }),
  spend: () => spendChart({ document, spend: fan, commitment: 38e9, target }),
  'largest cluster': () => largestClusterChart({ document, fan }),
  'intervals, 60 rows': () =>
    intervalsChart({
      document,
      measure: 'probability of the target',
      unit: 'share',
      rows: Array.from({ length: 60 }, (_, i) => ({ name: `point ${i}`, ...around(i / 100 + 0.1) })),
    }),
};

for (const [name, draw] of Object.entries(charts)) {
  const times = Array.from({ length: PASSES }, () => {
    const start = performance.now();
    draw();
    return performance.now() - start;
  });
  const [first, ...next] = times as [number, ...number[]];
  const median = next.sort((a, b) => a - b)[Math.floor(next.length / 2)]!;
  const kilobytes = draw().svg.length / 1000;
  console.log(
    `${name.padEnd(26)} first ${first.toFixed(1).padStart(6)} ms   next ${median.toFixed(1).padStart(6)} ms   ${kilobytes.toFixed(1).padStart(6)} kB   ${first <= BAR ? 'within' : 'over'} ${BAR} ms`,
  );
}
