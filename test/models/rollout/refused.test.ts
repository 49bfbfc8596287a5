import { describe, expect, test } from 'vitest';
import { expectRefused, issueLine, loadOver } from './refusals.ts';

/** Overlay, and the one line that refuses it. */
const REFUSED: Record<string, [lines: string, issue: RegExp][]> = {
  'what a run cannot do': [
    ['product: { gpusPerRack: 0 gpu }', /^over\.yaml:2:25: product\.gpusPerRack: .*at least 1/],
    ['contract: { effectiveTerm: 0 years }', /^over\.yaml:2:28: contract\.effectiveTerm: .*at least/],
    ['contract: { effectiveTerm: 5 hours }', /^over\.yaml:2:28: contract\.effectiveTerm: .*at least/],
    ['contract: { commitment: $0 }', /^over\.yaml:2:25: contract\.commitment: .*at least 1/],
    [
      'milestones: { gpus: [1000 gpu, 2000 gpu, 1k gpu] }',
      /^over\.yaml:2:42: milestones\.gpus\[2\]: .*, first at over\.yaml:2:22$/,
    ],
    [
      'milestones: { fractions: [25 %, 0.25] }',
      /^over\.yaml:2:33: milestones\.fractions\[1\]: .*, first at over\.yaml:2:27$/,
    ],
    ['correlations: { campusTrades: 150 % }', /^over\.yaml:2:31: correlations\.campusTrades: .*at most 1/],
    [
      'correlations:\n  inputs:\n    - { between: [price, pace], rank: 0.9 }\n    - { between: [pace, tenantCap], rank: 0.9 }\n    - { between: [price, tenantCap], rank: -0.9 }',
      /^over\.yaml:4:5: correlations\.inputs: expected correlations that can hold together, .*the contradiction shows at (?:price|pace|tenantCap)\)/,
    ],
    [
      'correlations: { campusTrades: 10 % }',
      /^over\.yaml:2:31: correlations\.acrossRegions: expected at most the correlation of one campus's trades, 0\.1, got 0\.15/,
    ],
    [
      'correlations: { inputs: [{ between: [price, weather], rank: 0.5 }] }',
      /^over\.yaml:2:37: correlations\.inputs\[0\]\.between: expected two of price, .*got "weather"/,
    ],
    [
      'correlations: { inputs: [{ between: [price], rank: 0.5 }] }',
      /^over\.yaml:2:37: correlations\.inputs\[0\]\.between: /,
    ],
    ['correlations: { inputs: [{ between: [], rank: 0.5 }] }', /^over\.yaml:2:37: .*between: /],
    [
      'correlations: { inputs: [{ between: [price, price], rank: 0.5 }] }',
      /between: expected two inputs that differ/,
    ],
    [
      'correlations: { inputs: [{ between: [price, pace], rank: 0.5 }, { between: [pace, price], rank: 0.1 }] }',
      /^over\.yaml:2:76: .*expected each pair once, got pace and price again, first at over\.yaml:2:37$/,
    ],
    ['chips: { output: { lotEvery: 5 minutes } }', /^over\.yaml:2:30: chips\.output\.lotEvery: .*at least/],
    [
      'horizon: 2060-12-31\nchips: { output: { lotEvery: 6 hours } }',
      /chips\.output\.lotEvery: expected at least .* at most 8192/,
    ],
    [
      'asOf: 2026-01-01\nsites:\n  - name: dedicated-1\n    building: { fitOut: { duration: 2 months, started: 2025-01-01 } }',
      /^over\.yaml:5:56: sites\[3\]\.building\.fitOut\.started: expected a stage that/,
    ],
    ['contract: { commitment: $999T }', /^over\.yaml:2:25: contract\.commitment: /],
    ['contract: { gpus: 1e9 gpu }', /^over\.yaml:2:19: contract\.gpus: /],
    [
      'contract: { gpus: 20M gpu }\nproduct: { gpusPerRack: 1 gpu }',
      /^over\.yaml:2:19: contract\.gpus: .*at most 524288 racks/,
    ],
    ['calendars: { outageWindows: [] }', /^.*calendars\.outages: expected outageWindows or outageDays/],
    [
      'disruptions:\n  - { name: a, kind: quake, timing: { kind: rate, rate: 52 event/year }, at: rack, length: 1 day, effect: { kind: holds } }\nhorizon: 2065-01-01',
      /disruptions: expected at most 2000 shocks/,
    ],
    [
      'disruptions: [{ name: a, kind: quake, timing: { kind: rate, rate: 6 event/year }, at: wafer, length: 10 years, effect: { kind: raises, gain: 100 % } }]',
      /^over\.yaml:2:\d+: disruptions\[0\]\.effect\.gain: expected shocks that at once raise the output at most 1,000-fold, got up to [\d,]{13,}-fold$/,
    ],
    [
      'disruptions:\n  - { name: a, kind: quake, timing: { kind: known, from: 2026-06-01 }, at: wafer, length: 1 year, effect: { kind: raises, gain: 3000 % } }\n  - { name: b, kind: quake, timing: { kind: known, from: 2026-07-01 }, at: rack, length: 1 year, effect: { kind: raises, gain: 4000 % } }',
      /^over\.yaml:4:\d+: disruptions\[1\]\.effect\.gain: .* got up to 1,271-fold$/,
    ],
    [
      'disruptions: [{ name: a, kind: quake, timing: { kind: known, from: 2026-06-01 }, at: wafer, length: 40 years, effect: { kind: lowers, loss: 100 %, madeUp: 100 %, over: 1 day } }]',
      /^over\.yaml:2:\d+: disruptions\[0\]\.effect\.over: .* got up to 14,611-fold$/,
    ],
    [
      'sites: [{ name: dedicated-1, power: { leadBeforeClearing: 1000000 days } }]',
      /^over\.yaml:2:59: sites\[\d\]\.power\.leadBeforeClearing: expected a duration .*at most 36525/,
    ],
    ['horizon: 2199-12-31', /^over\.yaml:2:10: horizon: expected a date within/],
    [
      'horizon: 2025-11-03',
      /^over\.yaml:2:10: horizon: expected a date after the start 2025-11-03, got 2025-11-03/,
    ],
    [
      'target: { by: 2029-01-01 }',
      /^over\.yaml:2:15: target\.by: expected a date up to the horizon 2028-12-31/,
    ],
    ['target: { by: 2020-01-01 }', /^over\.yaml:2:15: target\.by: expected a date from the start/],
    ['contract: { termEnds: 2020-01-01 }', /^over\.yaml:2:23: contract\.termEnds: expected/],
  ],
  'what cannot be bought so': [
    [
      'construction: { procurement: { cooling: { regime: reserved } } }',
      /^over\.yaml:2:51: construction\.procurement\.cooling\.regime: expected construction\.procurement\.cooling\.reserved/,
    ],
    [
      'sites:\n  - { name: dedicated-1, procurement: { optics: reserved } }',
      /^over\.yaml:3:49: sites\[3\]\.procurement\.optics: expected construction\.procurement\.optics\.reserved/,
    ],
    [
      'sites:\n  - { name: dedicated-1, procurement: { generators: held } }',
      /^over\.yaml:3:53: sites\[3\]\.procurement\.generators: expected power\.bridging beside it/,
    ],
    [
      'construction: { stock: [{ class: cooling, regime: held, lots: 1 lot }, { class: cooling, regime: held, lots: 2 lot }] }',
      /^over\.yaml:2:72: construction\.stock\[1\]: expected one stock of held cooling, got a second, first at over\.yaml:2:25$/,
    ],
    ['provider: { orderAhead: -3 months }', /^over\.yaml:2:25: provider\.orderAhead: .*at least 0/],
    [
      'provider: { tempo: { shift: 9, logSpread: -2 } }',
      /^over\.yaml:2:29: provider\.tempo\.shift: .*at most 3/,
    ],
    [
      'sites:\n  - { name: dedicated-1, deployment: { racksPerDay: 0 rack/day } }',
      /^over\.yaml:3:53: sites\[3\]\.deployment\.racksPerDay: .*at least 0\.5/,
    ],
  ],
  counts: [
    ['product: { gpusPerRack: 71.5 gpu }', /^over\.yaml:2:25: .*\(a whole number\)/],
    ['contract: { gpus: 100.5 gpu }', /^over\.yaml:2:19: .*a whole number/],
    ['deployment: { crews: 1.5 crew }', /^over\.yaml:2:22: .*\(a whole number\)/],
    ['construction: { commissioningTeams: 2.5 team }', /\(a whole number\)/],
    ['milestones: { gpus: [10.5 gpu] }', /\(a whole number\)/],
    [
      'sites: [{ name: pool-1, gpus: 100.5 gpu }]',
      /^over\.yaml:2:\d+: sites\[\d\]\.gpus: .*\(a whole number\)/,
    ],
    ['deals: [{ name: a, gpus: 100.5 gpu }]', /^over\.yaml:2:\d+: deals\[0\]\.gpus: .*\(a whole number\)/],
    [
      'chips: { makers: [{ name: a, share: 100 %, capacity: 9 rack/week, backlog: 0.5 rack }] }',
      /^over\.yaml:2:\d+: chips\.makers\[0\]\.backlog: .*\(a whole number\)/,
    ],
    [
      'chips: { output: { kind: series, quarters: [{ from: 2026-01-01, packages: 0.5 package }] } }',
      /quarters\[0\]\.packages: .*\(a whole number\)/,
    ],
    [
      'chips: { allotment: { kind: queue, provider: a, customers: [{ name: a, share: 1, contracted: 0, priority: 1, backlog: 1.5 package, deals: [{ name: d, from: 2026-01-01, over: 1 day, packages: 2.5 package }] }] } }',
      /customers\[0\]\.backlog: .*\(a whole number\)/,
    ],
    ['policies: { stagingLimit: 3.5 rack }', /\(a whole number\)/],
    ['sites:\n  - { name: dedicated-1, power: { units: 2.5 unit } }', /\(a whole number\)/],
    [
      'sites:\n  - { name: dedicated-1, power: { units: 1000000 unit } }',
      /sites\[3\]\.power\.units: .*at most/,
    ],
  ],
  fractions: [
    [
      'construction: { building: { overlap: 150 % } }',
      /^over\.yaml:2:38: construction\.building\.overlap: .*at most 1/,
    ],
    [
      'sites:\n  - { name: dedicated-1, power: { powerFactor: 1.2 } }',
      /^over\.yaml:3:48: .*powerFactor: .*at most 1/,
    ],
    ['target: { fraction: 101 % }', /target\.fraction: .*at most 1/],
    [
      'milestones: { fractions: [50 %, 0 %] }',
      /^over\.yaml:2:33: milestones\.fractions\[1\]: expected more than 0 %/,
    ],
    ['target: { fraction: 0 % }', /^over\.yaml:2:21: target\.fraction: expected more than 0/],
    ['milestones: { fractions: [120 %] }', /at most 1/],
    ['policies: { divert: { repayCeiling: 300 % } }', /at most 1/],
    ['correlations: { vendorClass: -10 % }', /at least 0/],
  ],
  'times of calendars': [
    [
      'calendars: { networkFreeze: [{ from: 13-45, to: 01-02 }] }',
      /^over\.yaml:2:38: calendars\.networkFreeze\[0\]\.from: expected a month and day .* got "13-45"/,
    ],
    [
      'calendars: { halfCrews: [{ from: 04-01, to: 04-31 }] }',
      /^over\.yaml:2:45: calendars\.halfCrews\[0\]\.to: expected a month and day .* got "04-31"/,
    ],
    ['calendars: { outageWindows: [{ from: 00-10, to: 02-30 }] }', /outageWindows\[0\]\.from: .*got "00-10"/],
    [
      'calendars: { makerHolidays: [{ from: 2026-02-27, to: 2026-02-14 }] }',
      /^over\.yaml:2:54: calendars\.makerHolidays\[0\]\.to: expected a day from 2026-02-27 on/,
    ],
    ['calendars: { makerHolidays: [{ from: 2026-02-29, to: 2026-03-14 }] }', /from: expected a date such as/],
    ['construction: { holidays: [{ from: 12-32, to: 01-02 }] }', /construction\.holidays\[0\]\.from: /],
    [
      'chips: { makers: [{ name: a, share: 100 %, capacity: 9 rack/week, holidays: [{ from: 2026-03-01, to: 2026-02-01 }] }] }',
      /chips\.makers\[0\]\.holidays\[0\]\.to: expected a day from 2026-03-01 on/,
    ],
  ],
  'rows of quarters': [
    ['2026-01-01', '2026-01-01'],
    ['2026-04-01', '2026-01-01'],
    ['2026-01-01', '2026-02-01'],
    ['2026-01-15', '2026-04-01'],
  ].map(([first, second]): [string, RegExp] => [
    `chips:\n  output:\n    quarters:\n      - { from: ${first}, packages: 1M package }\n      - { from: ${second}, packages: 1M package }`,
    /^over\.yaml:[56]:17: chips\.output\.quarters\[[01]\]\.from: expected/,
  ]),
  'numbers that no unit holds': [
    [
      'construction: { networkUpgrade: 1e308 weeks }',
      /^over\.yaml:2:33: construction\.networkUpgrade: .*more than any number/,
    ],
    ['contract: { commitment: $1e300T }', /^over\.yaml:2:25: contract\.commitment: /],
    ['sites:\n  - { name: existing-1, initial: 1e306 TW }', /more than any number of MW/],
    ['policies: { divert: { after: 1e300 / 1e305 / 1e308 weeks } }', /policies\.divert\.after: /],
  ],
  names: [
    [
      'sites:\n  - { name: a, kind: reassigned, gpus: 1 gpu, over: 1 day }\n  - { name: a, kind: reassigned, gpus: 1 gpu, over: 1 day }',
      /^over\.yaml:4:13: .*got "a" again, first at over\.yaml:3:13$/,
    ],
    [
      'sites:\n  - { name: "=HYPERLINK(1)", kind: reassigned, gpus: 1 gpu, over: 1 day }',
      /^over\.yaml:3:13: sites\[6\]\.name: expected a name that does not begin with/,
    ],
    [
      'sites:\n  - { name: "a\\u202Eb", kind: reassigned, gpus: 1 gpu, over: 1 day }',
      /^over\.yaml:3:13: sites\[6\]\.name: expected printable text/,
    ],
    ['title: "red \\e[31m text"', /^over\.yaml:2:8: title: expected printable text/],
    [
      'contract: { price: { value: 2 / 3 / 4 $/gpu/hour, note: "x \\e[2J" } }',
      /^over\.yaml:2:\d+: contract\.price\.note: expected printable text/,
    ],
    [
      'contract: { price: { value: 2 / 3 / 4 $/gpu/hour, source: "x \\u202E y" } }',
      /^over\.yaml:2:\d+: contract\.price\.source: expected printable text/,
    ],
    ['provider: { name: "a\\0b" }', /^over\.yaml:2:19: provider\.name: expected printable text/],
    [
      'sites:\n  - { name: all regions, kind: reassigned, gpus: 1 gpu, over: 1 day }',
      /sites\[6\]\.name: expected another name/,
    ],
    [
      'sites:\n  - name: dedicated-1 hall\n    kind: retrofit\n    halls: [{ name: "1", start: 2026-01-01, power: 1 MW, retrofit: 1 day, flush: 0 days, commissioning: 0 days, displaced: {} }]',
      /expected names that differ when read after their site's, got "dedicated-1 hall 1" again, first at /,
    ],
  ],
};

describe.each(Object.entries(REFUSED))('%s', (_, cases) => {
  test.each(cases)('%s', (lines, issue) => expectRefused(lines, issue));
});

describe('warnings', () => {
  const warnings = (lines: string, base = 'openai-aws-38b'): string[] =>
    loadOver(`extends: ${base}.yaml\n${lines}\n`).warnings.map(issueLine);

  test('say where and when the output ends on the horizon, and nothing where it does not', () => {
    expect(warnings('')).toEqual([]);
    expect(warnings('horizon: 2029-06-30')).toEqual([
      'over.yaml:2:10: chips.output.quarters[13].from: the output ends on 2028-12-31 and the horizon is 2029-06-30: nothing is made after it (openai-aws-38b.yaml:59:17)',
    ]);
  });

  test('say that the output begins after the start', () => {
    const rows = 'chips:\n  output:\n    quarters:\n      - { from: 2028-10-01, packages: 1M package }';
    expect(warnings(rows)).toEqual([
      'over.yaml:5:17: chips.output.quarters[0].from: the output begins on 2028-10-01, after the start 2025-11-03: nothing is made until then',
    ]);
  });

  test('say what time lies between a quarter that was reported and those that are derived, in whatever order', () => {
    const derived = (from: string): string[] =>
      warnings(`chips: { output: { from: ${from} } }`, 'output-by-packaging');
    expect(derived('2025-10-01')).toEqual([]);
    expect(derived('2025-04-01')).toEqual([]);
    expect(derived('2026-01-01')).toEqual([
      'over.yaml:2:26: chips.output.from: no output is stated from 2025-10-01 up to 2026-01-01: nothing is made then',
    ]);
  });

  test('say so of derived quarters and of other vendors too', () => {
    expect(warnings('horizon: 2029-06-30', 'output-by-packaging').join()).toContain(
      'chips.output.until: the output ends on ',
    );
    const other =
      'chips:\n  otherVendors:\n    - { name: own, providerShare: 100 %, tenantCap: 10 %, packageToRack: 9 days, freight: 3 days, output: { kind: series, monthWeights: [25 %, 30 %, 45 %], lotEvery: 7 days, quarters: [{ from: 2025-10-01, packages: 1k package }] } }';
    expect(warnings(other).join()).toContain(
      'chips.otherVendors[0].output.quarters[0].from: the output ends on 2025-12-31',
    );
  });

  test('say that lots bring less than the contract is for', () => {
    expect(warnings('', 'paper-and-pencil')).toEqual([]);
    expect(warnings('chips: { output: { count: 3 lot } }', 'paper-and-pencil')).toEqual([
      'over.yaml:2:27: chips.output.count: the lots bring the tenant about 60 racks, and the contract is for 240: nothing is made after them',
    ]);
  });
});
