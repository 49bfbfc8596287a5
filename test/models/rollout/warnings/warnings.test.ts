import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rollout, scenarioSchema } from '../../../../models/rollout/index.ts';
import { formatIssue, loadScenario, shippedPlace } from '../../../../src/scenario/index.ts';

const MODELS = new URL('../../../../models/', import.meta.url);

/** The warnings of a template with a few lines laid over it; line 1 is `extends`. */
function warnings(lines: string, base = 'campus'): string[] {
  const text = `extends: gigaramp:models/scenarios/templates/${base}.yaml\n${lines}\n`;
  const loaded = loadScenario({
    file: 'over.yaml',
    load: (path) =>
      path === 'over.yaml' ? text : readFileSync(new URL(shippedPlace(path)!, MODELS), 'utf8'),
    catalog: (room) => readFileSync(new URL(`catalog/${room}.yaml`, MODELS), 'utf8'),
    schema: scenarioSchema,
    warn: rollout.warnings,
  });
  return loaded.warnings.map(formatIssue);
}

const ENGINES =
  '{ name: engines, kind: engines, power: 60 MW, leadTime: 1 year, trigger: { kind: date, on: 2027-06-01 } }';
const onCampus = (power: string): string => `sites:\n  - { name: campus, power: { ${power} } }`;

describe('bridging power', () => {
  test('that may not carry service is said never to serve racks, with what it may carry', () => {
    expect(warnings(onCampus(`bridging: [${ENGINES}]`))).toEqual([
      'over.yaml:3:40: sites[0].power.bridging: the 60 MW of bridging power never serve racks: temporaryPower is "L3", which carries nothing that waits for power; "service" lets racks run on it',
    ]);
    expect(warnings(onCampus(`temporaryPower: L4/L5, bridging: [${ENGINES}]`))).toEqual([
      'over.yaml:3:63: sites[0].power.bridging: the 60 MW of bridging power never serve racks: temporaryPower is "L4/L5", which carries tests alone; "service" lets racks run on it',
    ]);
  });

  test('that may is nothing to say a word of, be it the site that says so or all of construction', () => {
    expect(warnings(onCampus(`temporaryPower: service, bridging: [${ENGINES}]`))).toEqual([]);
    expect(
      warnings(`construction: { temporaryPower: service }\n${onCampus(`bridging: [${ENGINES}]`)}`),
    ).toEqual([]);
  });

  test('beyond what the halls take feeds nothing', () => {
    const many = ENGINES.replace('60 MW', '300 MW');
    expect(warnings(onCampus(`temporaryPower: service, bridging: [${many}]`))).toEqual([
      expect.stringContaining('bridging of 300 MW, and the halls take 240 MW: the rest feeds nothing'),
    ]);
  });
});

describe('a substation that by its plan begins before the as-of date', () => {
  const campus = (words: string): string => `sites: [{ name: campus, ${words} }]`;

  test('is said to, at the lead before its site begins, where no stage says that it did', () => {
    expect(warnings(campus('start: 2027-01-15'))).toEqual([
      expect.stringMatching(
        /^over.yaml:2:\d+: sites\[0\].power.leadBeforeClearing: the substation begins on 2026-04-16, before the as-of date 2026-11-23, and no stage says that it did: .*campus.yaml:\d+:\d+\)$/,
      ),
    ]);
  });

  test('is nothing to say a word of where it begins on that day, says that it began, or power was asked for before', () => {
    expect(warnings(campus('start: 2027-01-15, power: { leadBeforeClearing: 53 days }'))).toEqual([]);
    expect(warnings(campus('start: 2027-01-15, power: { leadBeforeClearing: 54 days }')).join()).toContain(
      'begins on 2026-11-22',
    );
    const concept = 'stages: { concept: { duration: 9 months, started: 2026-04-16 } }';
    expect(warnings(campus(`start: 2027-01-15, power: { ${concept} }`))).toEqual([]);
    const connection = 'connection: { utility: ERCOT, requested: 2026-04-16 }';
    expect(warnings(campus(`start: 2027-01-15, power: { ${connection} }`))).toEqual([]);
  });
});

describe('a milestone', () => {
  test('of more GPUs than are stated is said not to be reached, at its own line', () => {
    expect(warnings('milestones: { gpus: [20000 gpu, 72001 gpu] }')).toEqual([
      'over.yaml:2:33: milestones.gpus[1]: a milestone of 72,001 GPUs, and the contract buys 72,000: it is not reached',
    ]);
    expect(warnings('milestones: { gpus: [72000 gpu] }')).toEqual([]);
  });

  test('that is inherited stands at the contract that was made smaller', () => {
    expect(warnings('contract: { gpus: 45000 gpu }')).toEqual([
      expect.stringMatching(
        /^over\.yaml:2:19: milestones\.gpus\[1\]: a milestone of 50,000 GPUs, and the contract buys 45,000: it is not reached \(gigaramp:models\/scenarios\/templates\/campus\.yaml:\d+:21\)$/,
      ),
    ]);
  });

  test('of a derived contract is one that hardly any price reaches: $10B / ($2.3 × 24 × 1,643.6) are 110,213 at P10', () => {
    expect(warnings('milestones: { gpus: [110160 gpu] }', 'deal')).toEqual([]);
    expect(warnings('milestones: { gpus: [120000 gpu] }', 'deal')).toEqual([
      expect.stringMatching(/the contract buys at most 110,\d{3} in nine draws of ten: it is not reached/),
    ]);
  });
});

describe('a target', () => {
  test('before any site can be ready is said so, with the earliest day', () => {
    const [warning, ...others] = warnings('target: { by: 2027-12-31 }\ncontract: { commitment: $18B }');
    expect(others).toEqual([]);
    expect(warning).toMatch(
      /^over\.yaml:2:15: target\.by: the target is 2027-12-31, and no site has a position before 20\d\d-\d\d-\d\d, even with every stage, and the tempo too, at its low end \(P10\)$/,
    );
  });

  test('that is inherited stands at the site that starts too late', () => {
    expect(warnings('horizon: 2040-12-31\nsites: [{ name: campus, start: 2034-01-01 }]')).toEqual([
      expect.stringMatching(
        /^over\.yaml:3:32: target\.by: .*no site has a position before 203\d.*campus\.yaml:\d+:\d+\)$/,
      ),
    ]);
  });

  test('is not too early where existing halls, a fleet, or bridging come first', () => {
    const early = 'target: { by: 2027-12-31 }\ncontract: { commitment: $18B }\nsites:';
    expect(
      warnings(
        `${early}\n  - { name: here, kind: ready, from: 2027-01-01, initial: 1.5 MW, monthly: 0 MW/month, ceiling: 1.5 MW }`,
      ),
    ).toEqual([]);
    expect(warnings(`${early}\n  - { name: fleet, kind: reassigned, gpus: 720 gpu, over: 9 days }`)).toEqual(
      [],
    );
    expect(
      warnings(
        `${early}\n  - { name: none, kind: ready, from: 2027-01-01, initial: 0 MW, monthly: 0 MW/month, ceiling: 15 MW }`,
      ),
    ).toHaveLength(1);
  });

  test('counts what has been finished already', () => {
    const done = '{ started: 2026-11-01, finished: 2026-11-01 }';
    const lines = `target: { by: 2027-09-30 }
contract: { commitment: $18B }
sites:
  - name: campus
    start: 2025-06-01
    power: { regime: held, connection: { requested: 2024-01-01, requestToService: ${done} }, stages: { concept: ${done}, design: ${done}, permits: ${done}, civil: ${done}, steel: ${done} } }
    building: { sitePreparation: ${done}, shell: ${done}, fitOut: ${done} }`;
    expect(warnings(lines)).toEqual([]);
    expect(warnings(lines.replace('2027-09-30', '2026-12-01'))).toHaveLength(1);
  });
});

describe('what is inherited and looks wrong because of something else stands at that', () => {
  const at = (lines: string): string[] =>
    warnings(lines).map((warning) => warning.split(': ').slice(0, 2).join(': '));
  const campus = (power: string): string => `sites: [{ name: campus, power: { ${power} } }]`;
  const halls = (power: string): string =>
    `sites: [{ name: campus, halls: [${[1, 2, 3, 4].map((i) => `{ name: hall ${i}, power: ${power} }`).join(', ')}] }]`;

  test('idle units at the rating, the power factor, or the halls', () => {
    expect(at(campus('unitRating: 300 MVA'))).toEqual(['over.yaml:2:46: sites[0].power.units']);
    expect(at(campus('energize: n, unitRating: 150 MVA, powerFactor: 0.9'))).toEqual([
      'over.yaml:2:59: sites[0].power.units',
    ]);
    expect(at(halls('20 MW'))).toContain('over.yaml:2:56: sites[0].power.units');
  });

  test('empty parts of halls at the pods, the power of a GPU, the cooling, or the limit of a rack', () => {
    const hallsOf = (place: string): string[] =>
      [0, 1, 2, 3].map((hall) => `over.yaml:${place}: sites[0].halls[${hall}].power`);
    expect(at('deployment: { podRacks: 220 rack }')).toEqual([...hallsOf('2:25'), 'over.yaml:2:25: sites']);
    expect(at('product: { facilityPower: 64 kW/gpu }')).toEqual(expect.arrayContaining(hallsOf('2:27')));
    const plant = '{ kind: dry-coolers, peakPue: 1.3, annualPue: 1.1, heatRejection: 20 MW }';
    expect(at(`sites: [{ name: campus, halls: [{ name: hall 3, cooling: { plant: ${plant} } }] }]`)).toEqual([
      'over.yaml:2:58: sites[0].halls[2].power',
    ]);
  });

  test('too little room at whatever makes racks few: fewer sites, larger pods, hotter racks, dearer plant', () => {
    const room = (lines: string): string[] => at(lines).filter((place) => place.endsWith(': sites'));
    expect(room('deployment: { podRacks: 220 rack }')).toEqual(['over.yaml:2:25: sites']);
    expect(room('product: { gpusPerRack: 36 gpu, facilityPower: 64 kW/gpu }')).toEqual([
      'over.yaml:2:48: sites',
    ]);
    expect(room(halls('20 MW'))).toEqual(['over.yaml:2:56: sites']);
    const plant = '{ kind: dry-coolers, peakPue: 1.3, annualPue: 1.1, heatRejection: 20 MW }';
    expect(room(`construction: { cooling: { plant: ${plant} } }`)).toEqual(['over.yaml:2:35: sites']);
  });

  test('a target at the stage, the pace or the site that takes too long', () => {
    const target = (lines: string): string[] => at(lines).filter((place) => place.endsWith(': target.by'));
    expect(target('construction: { building: { shell: 90 months } }')).toEqual(['over.yaml:2:36: target.by']);
    expect(target('provider: { pace: 9 }')).toEqual(['over.yaml:2:19: target.by']);
  });

  test('a target at the day from which existing halls are there', () => {
    const gone = ['pool-1', 'existing-2', 'dedicated-1', 'dedicated-2', 'dedicated-3']
      .map((name) => `{ name: ${name}, remove: true }, `)
      .join('');
    const lines = `sites: [${gone}{ name: existing-1, from: 2028-06-01 }]`;
    const column = lines.indexOf('2028') + 1;
    const found = warnings(lines, '../openai-aws-38b').map((warning) =>
      warning.split(': ').slice(0, 2).join(': '),
    );
    expect(found).toContain(`over.yaml:2:${column}: target.by`);
  });
});

describe('megawatts that nothing can fill', () => {
  test('are those of whole transformers beyond the halls', () => {
    expect(warnings(onCampus('units: 6 unit'))).toEqual([
      'over.yaml:3:37: sites[0].power.units: 427.5 MW at full build, and the halls take 240 MW: 4 of the 6 units carry them, and nothing fills the rest',
    ]);
    expect(warnings(onCampus('units: 4 unit'))).toEqual([]);
  });

  test('are those of a hall that whole pods, or the heat carried away, leave empty', () => {
    const halls = (hall: string): string =>
      `sites:\n  - { name: campus, halls: [{ name: hall 1, ${hall} }] }`;
    // A pod of eight racks of 184 kW takes 1.5 MW: one of them, in a hall of 2.5.
    expect(warnings(halls('power: 2.5 MW'))).toEqual([
      expect.stringMatching(
        /^over\.yaml:3:52: sites\[0\]\.halls\[0\]\.power: a hall of 2\.5 MW, and whole pods of 8 racks with their cooling take 1\.5 MW of it/,
      ),
    ]);
    const plant = '{ kind: dry-coolers, peakPue: 1.3, annualPue: 1.1, heatRejection: 20 MW }';
    expect(warnings(halls(`cooling: { plant: ${plant} }`))).toEqual([
      expect.stringContaining(
        'a hall of 60 MW, and whole pods of 8 racks with their cooling take 25 MW of it',
      ),
    ]);
    expect(warnings(halls(`cooling: { plant: ${plant.replace('20 MW', '46 MW')} }`))).toEqual([]);
  });

  test('or positions without power: a cut of the grid that stays', () => {
    const cut = 'downgrades: [{ name: cut, from: 2030-01-01, power: 60 MW }]';
    expect(warnings(onCampus(cut))).toEqual([
      expect.stringMatching(
        /^over\.yaml:3:\d+: .*: the grid gives 60 MW from 2030-01-01 on, and the halls take 240 MW: positions of 180 MW have no power then$/,
      ),
    ]);
    expect(warnings(onCampus(cut.replace('power', 'to: 2030-06-30, power')))).toEqual([]);
    expect(warnings(onCampus(cut.replace('60 MW', '60 MW, probability: 30 %')))).toEqual([]);
  });

  test('or sites for more than twice the contract, or for less than it', () => {
    expect(warnings('contract: { gpus: 28800 gpu, commitment: $4B }\nmilestones: { gpus: [] }')).toEqual([
      expect.stringMatching(
        /^over\.yaml:2:19: sites: the sites hold at least 1,\d{3} racks, and the contract is for 400: nothing fills the rest/,
      ),
    ]);
    expect(warnings('contract: { gpus: 144000 gpu, commitment: $20B }')).toEqual([
      expect.stringMatching(
        /^over\.yaml:2:19: sites: the sites hold at most 1,\d{3} racks, and the contract is for 2,000: some have no place/,
      ),
    ]);
    expect(warnings('contract: { gpus: 80000 gpu, commitment: $11B }')).toEqual([]);
  });
});

describe('a contract whose GPUs are stated', () => {
  test('is held against its commitment, up and down: 45,000 at $3.14 cost $6.81B from 2031-06-30 to 2036-12-31', () => {
    const small = (more: string) =>
      warnings(`milestones: { gpus: [20000 gpu] }\ncontract: { gpus: 45000 gpu, ${more} }`);
    expect(small('commitment: $12B')).toEqual([
      expect.stringMatching(
        /^over\.yaml:3:\d+: contract\.gpus: 45,000 GPUs at \$3\.14 an hour cost \$6\.8\dB from the target 2031-06-30 to the end of the term, 43 % less than the commitment of \$12B/,
      ),
    ]);
    expect(small('commitment: $4B')).toEqual([expect.stringContaining('% more than the commitment of $4B')]);
    expect(small('commitment: $7B')).toEqual([]);
  });

  test('is not where the commitment is what they cost over the effective term', () => {
    expect(warnings('contract: { commitment: $9.9B }\ntarget: { by: 2033-12-31 }')).toEqual([]);
  });
});
