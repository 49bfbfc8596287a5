import { describe, expect, it } from 'vitest';
import { CauseKind, Simulation } from '../../src/kernel/index.ts';
import type { EventHandle } from '../../src/kernel/index.ts';
import { EventSlots } from '../../src/kernel/eventSlots.ts';
import { message } from './message.ts';

const nothing = (): void => {};

// Each place that takes the handle of an event.
const PLACES: [string, (simulation: Simulation, handle: EventHandle) => unknown][] = [
  ['cancel', (simulation, handle) => simulation.cancel(handle)],
  ['reschedule', (simulation, handle) => simulation.reschedule(handle, 5)],
  ['timeOf', (simulation, handle) => simulation.timeOf(handle)],
  ['isPending', (simulation, handle) => simulation.isPending(handle)],
  ['attribute', (simulation, handle) => simulation.attribute(handle, CauseKind.decided, 0)],
  ['exogenous', (simulation, handle) => simulation.exogenous(handle)],
  [
    'work',
    (simulation, handle) => {
      const crew = simulation.resource('crew');
      crew.work(crew.request(nothing), handle);
    },
  ],
];

describe('the handle of an event', () => {
  it.each(PLACES)('is refused by name where it is none: %s', (_, call) => {
    const simulation = new Simulation({ startTime: 2 });
    const handle = simulation.schedule(1, nothing, 0, simulation.label('unload'));
    const wrong: unknown[] = [
      undefined,
      null,
      'unload',
      String(handle),
      BigInt(handle),
      true,
      {},
      [handle],
      NaN,
      Infinity,
      -handle,
      handle + 0.5,
      1,
      2 ** 53,
    ];
    for (const each of wrong)
      expect(message(() => call(simulation, each as never))).toMatch(
        /^event: .*, expected a handle that schedule of this simulation gave \(day 2\)$/,
      );
    expect([simulation.isPending(handle), simulation.timeOf(handle)]).toEqual([true, 3]);
  });

  it.each(PLACES)('of another simulation is refused where its number was not given here: %s', (_, call) => {
    const [other, simulation] = [new Simulation(), new Simulation()];
    simulation.schedule(1, nothing);
    const handles = [1, 2, 3, 4].map((day) => other.schedule(day, nothing));
    expect(message(() => call(simulation, handles[3]))).toMatch(
      /^event: \d+, expected a handle that schedule of this simulation gave \(day 0\)$/,
    );
    expect(simulation.timeOf(handles[0])).toBe(1);
  });

  it('is taken in silence once its event has happened, was cancelled, or went with a reset', () => {
    const simulation = new Simulation();
    const happened = simulation.schedule(1, nothing);
    const cancelled = simulation.schedule(2, nothing);
    simulation.cancel(cancelled);
    simulation.run();
    const forgotten = simulation.schedule(1, nothing);
    simulation.reset();
    for (const handle of [happened, cancelled, forgotten])
      for (const [name, call] of PLACES.slice(0, -1)) {
        const given = { cancel: false, reschedule: false, timeOf: NaN, isPending: false }[name];
        expect(call(simulation, handle)).toBe(given);
      }
  });

  it('may be 0 for what has no event yet', () => {
    const simulation = new Simulation();
    expect([simulation.cancel(0), simulation.isPending(0), simulation.reschedule(0, 5)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is told by its sequence until these begin anew, and may be any from then on', () => {
    const slots = new EventSlots();
    expect(slots.placesGiven).toBe(0);
    for (let i = 0; i < 3; i++) slots.nextPlace();
    expect(slots.placesGiven).toBe(3);
    Object.assign(slots, { sequence: -2 });
    expect([slots.nextPlace(), slots.placesGiven]).toEqual([-1, 2 ** 32 - 1]);
    expect([slots.nextPlace(), slots.placesGiven]).toEqual([1, Infinity]);
  });
});

describe('how an event came about', () => {
  it('is refused where it names a kind or a row that is not there', () => {
    const simulation = new Simulation();
    const handle = simulation.schedule(1, nothing);
    for (const kind of ['joined', 5, -1, undefined])
      expect(message(() => simulation.attribute(handle, kind as never, 0))).toMatch(/^kind of a cause: /);
    for (const row of [1, -1, 0.5, NaN, '0', undefined])
      expect(message(() => simulation.attribute(handle, CauseKind.decided, row as never))).toMatch(
        /^request of a cause: .*, expected a row from 0 to 0 \(day 0\)$/,
      );
    expect(message(() => simulation.attribute(handle, CauseKind.decided, 0, NaN, 0, 0, 7))).toBe(
      'enabler of a cause: 7, expected a row from 0 to 0 (day 0)',
    );
    simulation.run();
    expect(simulation.causes.kindName(1)).toBe('elapsed');
  });
});

describe('a ticket', () => {
  it('of another simulation, resource, level or store, and what is none, is never given back', () => {
    const [other, simulation] = [new Simulation(), new Simulation()];
    const crane = simulation.resource('crane');
    crane.request(nothing);
    const strangers = [
      other.resource('crane').request(nothing),
      simulation.resource('crane').request(nothing),
      simulation.level('tank', { initial: 1 }).request(1, nothing),
    ];
    for (const stranger of strangers) {
      expect(message(() => crane.release(stranger as never))).toMatch(
        /^resource "crane": release of a ticket of .*, expected its own \(day 0\)$/,
      );
      expect(message(() => crane.during(stranger as never, 1))).toContain('expected its own');
      expect(message(() => crane.work(stranger as never, 0))).toContain('expected its own');
    }
    for (const wrong of [null, undefined, 'ticket', {}, true])
      expect(message(() => crane.release(wrong as never))).toMatch(
        /^resource "crane": release of .*, expected/,
      );
    expect(crane.inUse).toBe(1);
  });
});
