import { describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { traceReplication } from '../../src/app/traceReplication.ts';
import { traceEvents, type TraceEvent } from '../../src/explain/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { shippedScenario } from '../models/rollout/shippedScenario.ts';

const DAY = 86_400e6;
const dateOf = (day: number): string => `day ${day}`;

/** Two crates that ship for 4 days and share one crew for 3 days each. */
function crates(): Simulation {
  const simulation = new Simulation();
  const crew = simulation.resource('crew', { capacity: 1 });
  for (const name of ['crate a', 'crate b']) {
    simulation.process(
      name,
      function* () {
        yield simulation.activity('ship').lasting(4);
        yield* crew.acquire();
        yield simulation.activity('unpack').lasting(3);
        crew.release();
      },
      { entity: simulation.entity(name) },
    );
  }
  simulation.run();
  return simulation;
}

function read(scenario: string): TraceEvent[] {
  const options = {
    model: rollout,
    scenario: shippedScenario(scenario).scenario,
    name: scenario,
    seed: '1',
    replication: 0,
  };
  return (JSON.parse(traceReplication(options)) as { traceEvents: TraceEvent[] }).traceEvents;
}

const slicesOf = (events: readonly TraceEvent[]): TraceEvent[] => events.filter(({ ph }) => ph === 'X');

describe('a trace of one replication', () => {
  const simulation = crates();
  const events = traceEvents(simulation, {
    trackOf: (entity) => ({ group: 'yard', track: simulation.entityName(entity) }),
    dateOf,
  });

  test('has a slice for each activity and each wait, in microseconds', () => {
    const slices = slicesOf(events).map(({ name, ts, dur, args }) => [
      args!['entity'],
      name,
      ts! / DAY,
      dur! / DAY,
    ]);
    expect(slices).toEqual([
      ['crate a', 'ship', 0, 4],
      ['crate b', 'ship', 0, 4],
      ['crate a', 'unpack', 4, 3],
      ['crate b', 'wait for crew', 4, 3],
      ['crate b', 'unpack', 7, 3],
    ]);
  });

  test('names its groups and tracks', () => {
    const names = events.filter(({ ph }) => ph === 'M').map(({ name, args }) => [name, args!['name']]);
    expect(names).toEqual([
      ['process_name', 'yard'],
      ['thread_name', 'crate a'],
      ['thread_name', 'crate b'],
    ]);
  });

  test('draws what happens alike at the same time on one track once, with its count', () => {
    const together = traceEvents(simulation, {
      trackOf: (_, label) => ({ group: 'yard', track: label }),
      dateOf,
    });
    expect(slicesOf(together)[0]).toMatchObject({ name: 'ship', args: { count: 2, entity: 'crate a' } });
    const flow = together.filter(({ ph }) => ph === 's' || ph === 'f');
    expect(flow).toHaveLength(6);
  });

  test('leaves out what has no track', () => {
    const shipping = traceEvents(simulation, {
      trackOf: (_, label) => (label === 'ship' ? { group: 'yard', track: 'ship' } : undefined),
      dateOf,
    });
    expect(slicesOf(shipping)).toHaveLength(1);
  });
});

describe.each(['paper-and-pencil', 'openai-aws-38b'])('the trace of %s', (scenario) => {
  const events = read(scenario);
  const slices = slicesOf(events);
  const tracks = new Map<string, TraceEvent[]>();
  for (const slice of slices) {
    const key = `${slice.pid}/${slice.tid}`;
    tracks.set(key, [...(tracks.get(key) ?? []), slice]);
  }

  test('has no slice before time 0, and none over another on its lane', () => {
    expect(Math.min(...slices.map(({ ts }) => ts!))).toBeGreaterThanOrEqual(0);
    for (const lane of tracks.values()) {
      for (let i = 1; i < lane.length; i++) {
        // A microsecond is what rounding can take.
        expect(lane[i]!.ts! + 1).toBeGreaterThanOrEqual(lane[i - 1]!.ts! + lane[i - 1]!.dur!);
      }
    }
  });

  test('has flows that leave one slice and enter another, forward in time', () => {
    const starts = events.filter(({ ph }) => ph === 's');
    const ends = new Map(events.filter(({ ph }) => ph === 'f').map((event) => [event.id, event]));
    expect(starts.length).toBeGreaterThan(10);
    for (const { id, ts, pid, tid } of starts) {
      const end = ends.get(id)!;
      expect(end.ts! + 1).toBeGreaterThanOrEqual(ts!);
      const lane = tracks.get(`${pid}/${tid}`)!;
      expect(lane.some((slice) => slice.ts! <= ts! && ts! <= slice.ts! + slice.dur!)).toBe(true);
      expect(tracks.get(`${end.pid}/${end.tid}`)!.some((slice) => slice.ts === end.ts)).toBe(true);
    }
  });

  test('has every site as a group', () => {
    const groups = events.filter(({ name }) => name === 'process_name').map(({ args }) => args!['name']);
    const sites = shippedScenario(scenario).scenario.sites.map(({ name }) => name);
    expect(groups).toEqual(expect.arrayContaining(sites));
  });
});

test('the trace of the hand-solved rollout holds the wait for the window and for the crew', () => {
  const slices = slicesOf(read('paper-and-pencil'));
  const days = (name: string): number[] =>
    slices.filter((slice) => slice.name === name).map(({ dur }) => dur! / DAY);
  expect(days('outage window')).toEqual([10, 10]);
  expect(days('wait for dress-out crew')).toEqual([]);
  expect(Math.max(...days('wait for install crew'))).toBe(15);
});
