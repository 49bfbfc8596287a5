import { parseHTML } from 'linkedom';
import {
  attributionChart,
  bindingChart,
  chipsAndMegawattsChart,
  fanChart,
  fifthsChart,
  fleetsChart,
  ganttChart,
  intervalsChart,
  largestClusterChart,
  ownersChart,
  readinessChart,
  reliabilityChart,
  spendChart,
  sweepChart,
  tornadoChart,
  type Chart,
  type TimeChartSettings,
  type GanttStage,
  type Quantiles,
} from '../../src/plot/index.ts';

/** A document to draw with. */
export const document = parseHTML('<html><body></body></html>').document as unknown as Document;

const lastDayOfMonth = (month: number): string =>
  new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);

/** Last days of months from January 2026 on. */
export const monthEnds = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => lastDayOfMonth(i));

/** A ramp of 50 % a year, then slower: quantiles around a median that ends at `top`. */
export function ramp(top: number, count = 24): Quantiles[] {
  return monthEnds(count).map((date, i) => {
    const p50 = Math.round(top * (1 - Math.exp(-(i + 1) / 8)));
    return { date, p10: p50 * 0.7, p25: p50 * 0.85, p50, p75: p50 * 1.1, p90: p50 * 1.3 };
  });
}

/** Probability of the target that rises from 0 to 0.9 in two years. */
export const readinessPoints = monthEnds(24).map((date, i) => {
  const p = Math.min(0.9, Math.max(0, (i - 6) / 16));
  return { date, p, low: Math.max(0, p - 0.05), high: Math.min(1, p + 0.05) };
});

/** Two sites, one of which half of the runs do not finish. */
export const stages: GanttStage[] = [
  {
    site: 'Abilene',
    stage: 'building',
    start: { p10: '2026-01-01', p50: '2026-01-01', p90: '2026-01-01' },
    finish: { p10: '2026-05-01', p50: '2026-07-01', p90: '2026-10-15' },
  },
  {
    site: 'Abilene',
    stage: 'commissioning',
    start: { p10: '2026-05-02', p50: '2026-07-02', p90: '2026-10-16' },
    finish: { p10: '2026-08-01', p50: '2026-10-01', p90: '2027-02-15' },
  },
  {
    site: 'Shackelford',
    stage: 'building',
    start: { p10: '2025-06-01', p50: '2025-06-01', p90: '2025-06-01' },
    finish: { p10: '2027-01-01', p50: '2027-06-01' },
  },
  {
    site: 'Shackelford',
    stage: 'commissioning',
    start: { p10: '2027-01-02', p50: '2027-06-02' },
    finish: { p10: '2027-05-01' },
  },
];

/** Chips hold back first, acceptance later; some is never met. */
export const bindingPoints = monthEnds(24).flatMap((date, i) => {
  const unmet = (i / 23) * 0.5;
  const chips = (1 - unmet) * Math.max(0.1, 0.8 - i * 0.05);
  const power = (1 - unmet) * 0.05;
  return [
    { date, cause: 'chips', share: chips },
    { date, cause: 'power', share: power },
    { date, cause: 'acceptance', share: 1 - unmet - chips - power },
    { date, cause: 'unmet', share: unmet },
  ];
});

/** Days on the path to 100,000 GPUs. */
export const causes = [
  { cause: 'contract', estimate: 0, low: 0, high: 0 },
  { cause: 'chips', estimate: 240, low: 228, high: 252 },
  { cause: 'crews', estimate: 22.5, low: 18, high: 27 },
  { cause: 'acceptance', estimate: 60, low: 58, high: 62 },
];

/** Two inputs, the second of which moves more. */
export const tornadoBars = [
  {
    name: 'crews',
    low: { estimate: 0.1, low: 0.06, high: 0.16 },
    high: { estimate: 0.12, low: 0.07, high: 0.18 },
    lowLabel: 'P10',
    highLabel: 'P90',
  },
  {
    name: 'price',
    low: { estimate: 0.02, low: 0.005, high: 0.07 },
    high: { estimate: 0.3, low: 0.22, high: 0.39 },
    lowLabel: 'P10',
    highLabel: 'P90',
  },
];

const chips = monthEnds(24).map((date, i) => ({
  date,
  delivered: 8_000 * (i + 1),
  inService: 7_000 * (i + 1) - 3_000,
  waiting: 1_000 * (i + 1) + 3_000,
}));
const megawatts = monthEnds(24).map((date, i) => ({
  date,
  energized: 100 + 40 * i,
  cooled: 60 + 38 * i,
  used: 20 + 25 * i,
}));

/** How many of 38 campuses had come where 10, 20 … 90 % was stated. */
const stated = [8, 12, 13, 17, 22, 24, 27, 30, 34].map((count, i) => {
  const share = count / 38;
  return {
    probability: (i + 1) / 10,
    came: { estimate: share, low: share * 0.7, high: share + 0.3 * (1 - share) },
  };
});

/** Every chart from small data. */
export const charts: Readonly<Record<string, (settings: TimeChartSettings) => Chart>> = {
  fan: (settings) =>
    fanChart({
      ...settings,
      fan: ramp(200_000),
      target: {
        date: '2026-12-31',
        gpus: { p10: 160_000, p50: 190_000, p90: 220_000 },
        probability: { estimate: 0.052, low: 0.04, high: 0.068 },
      },
    }),
  owners: (settings) =>
    ownersChart({
      ...settings,
      fleets: [
        { name: 'first tenant', fan: ramp(200_000) },
        { name: 'a tenant with a rather long name', fan: ramp(190_000) },
        { name: 'third', fan: ramp(20_000) },
      ],
    }),
  readiness: (settings) =>
    readinessChart({ ...settings, points: readinessPoints, target: { date: '2026-12-31' } }),
  gantt: (settings) =>
    ganttChart({
      ...settings,
      stages,
      start: '2026-01-01',
      end: '2027-12-31',
      target: { date: '2026-12-31' },
    }),
  binding: (settings) => bindingChart({ ...settings, points: bindingPoints }),
  attribution: (settings) =>
    attributionChart({
      ...settings,
      milestone: '100k GPUs in service',
      causes,
      total: { estimate: 322.5, low: 310, high: 335 },
    }),
  tornado: (settings) =>
    tornadoChart({
      ...settings,
      response: 'probability of the target',
      unit: 'share',
      base: { estimate: 0.11, low: 0.09, high: 0.13 },
      bars: tornadoBars,
    }),
  chipsAndMegawatts: (settings) => chipsAndMegawattsChart({ ...settings, chips, megawatts }),
  fleets: (settings) =>
    fleetsChart({
      ...settings,
      fleets: [
        ['A', 'first provider', 240_000],
        ['A', 'second provider', 90_000],
        ['A', 'third provider', 0],
        ['B', 'second provider', 150_000],
        ['B', 'third provider', 40_000],
      ].map(([tenant, provider, top]) => ({
        tenant: String(tenant),
        provider: String(provider),
        points: ramp(Number(top)).map(({ date, p50 }) => ({ date, gpus: p50 })),
      })),
    }),
  spend: (settings) =>
    spendChart({ ...settings, spend: ramp(13e9), commitment: 38e9, target: { date: '2026-12-31' } }),
  largestCluster: (settings) => largestClusterChart({ ...settings, fan: ramp(80_000) }),
  sweep: (settings) =>
    sweepChart({
      ...settings,
      goal: '100k GPUs',
      factor: 'transformer lead time',
      unit: 'weeks',
      points: [
        {
          value: 40,
          p10: '2026-07-07',
          p50: '2026-11-09',
          p90: '2027-04-28',
          low: '2026-08-14',
          high: '2027-02-23',
        },
        {
          value: 80,
          p10: '2026-07-07',
          p50: '2026-11-09',
          p90: '2027-10-11',
          low: '2026-08-14',
          high: '2027-03-02',
        },
        {
          value: 120,
          p10: '2026-07-12',
          p50: '2027-02-09',
          p90: undefined,
          low: undefined,
          high: '2027-11-24',
        },
        {
          value: 160,
          p10: '2026-08-01',
          p50: '2027-12-24',
          p90: undefined,
          low: '2027-01-19',
          high: undefined,
        },
        { value: 200, p10: '2026-09-24', p50: undefined, p90: undefined },
      ],
    }),
  intervals: (settings) =>
    intervalsChart({
      ...settings,
      measure: 'difference of the date of 100k GPUs',
      unit: 'day',
      reference: 0,
      rows: [
        { name: 'two crews', estimate: -18, low: -22, high: -14 },
        { name: 'open market', estimate: 3, low: -2, high: 8 },
        { name: 'a sample too small', estimate: 12 },
        { name: 'nothing known' },
      ],
    }),
  fifths: (settings) =>
    fifthsChart({ ...settings, fifths: [12, 5, 7, 4, 10], byChance: { low: 3, high: 13 } }),
  reliability: (settings) => reliabilityChart({ ...settings, points: stated }),
};
