import { array, assert, constantFrom, integer, pre, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponential, gamma, gaussianCopula, lowModeHigh, Streams, uniform } from '../../src/random/index.ts';

const unit = uniform(0, 1);

function draws(seed: string, replication = 0): number[] {
  const streams = new Streams({ seed });
  streams.begin(replication);
  return Array.from({ length: 8 }, (_, serial) => streams.open('power', 'site-1', 'lead').uniform(serial));
}

describe('an addressed draw', () => {
  const coordinates = record({
    entity: constantFrom('site-1', 'site-2', 'site/1', 'site%2F1'),
    replication: integer({ min: 0, max: 2 ** 32 - 1 }),
    serial: integer({ min: 0, max: 2 ** 32 - 1 }),
    occurrence: integer({ min: 0, max: 2 ** 16 - 1 }),
  });
  const at = (
    streams: Streams,
    c: { entity: string; replication: number; serial: number; occurrence: number },
  ): number => {
    streams.begin(c.replication);
    return streams.open('cause', c.entity, 'purpose').uniform(c.serial, c.occurrence);
  };

  test('does not depend on what was drawn before, or on the object that draws it', () => {
    assert(
      property(array(coordinates, { minLength: 1, maxLength: 20 }), (list) => {
        const forward = new Streams({ seed: 's' });
        const backward = new Streams({ seed: 's' });
        const first = list.map((c) => at(forward, c));
        const second = list.toReversed().map((c) => at(backward, c));
        expect(second.toReversed()).toEqual(first);
      }),
      { seed: 1 },
    );
  });

  test('is another number at any other address', () => {
    assert(
      property(coordinates, coordinates, (a, b) => {
        pre(JSON.stringify(a) !== JSON.stringify(b));
        const streams = new Streams({ seed: 's' });
        expect(at(streams, a)).not.toBe(at(streams, b));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('keeps its value for ever: the numbers of a seed are part of the format', () => {
    expect(draws('gigaramp')[0]).toMatchInlineSnapshot(`0.5410609072677232`);
    expect(draws('gigaramp', 70_000)[3]).toMatchInlineSnapshot(`0.7958666463796357`);
  });

  test('is the same one by one and for many serials at once', () => {
    for (const atPlan of [[], ['power']]) {
      const streams = new Streams({ seed: 's', atPlan });
      streams.begin(70_000);
      const stream = streams.open('power', 'site-1', 'lead');
      const serials = [5, 0, 2 ** 32 - 1, 5];
      for (const of of [exponential(3), lowModeHigh(1, 2, 5), gamma(2, 3)])
        expect(stream.drawEach(of, serials)).toEqual(serials.map((serial) => stream.draw(of, serial)));
      expect(stream.chanceEach(0.5, serials)).toEqual(serials.map((serial) => stream.chance(0.5, serial)));
      expect(() => stream.chanceEach(2, serials)).toThrow('probability of power/site-1/lead: 2');
      expect(() => stream.drawEach(unit, [-1])).toThrow('address of power/site-1/lead: serial -1');
    }
  });

  test('refuses a serial or an occurrence that the counter cannot hold, naming the stream', () => {
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    for (const [serial, occurrence] of [
      [-1, 0],
      [0.5, 0],
      [2 ** 32, 0],
      [0, 2 ** 16],
      [0, -1],
      [NaN, 0],
    ]) {
      expect(() => stream.uniform(serial, occurrence)).toThrow(/address of power\/site-1\/lead: serial/);
    }
  });

  test('refuses a replication that the counter cannot hold', () => {
    const streams = new Streams({ seed: 's' });
    for (const replication of [-1, 0.5, 2 ** 32, NaN]) {
      expect(() => streams.begin(replication)).toThrow(/replication: .*, expected an integer/);
    }
  });
});

describe('a seed', () => {
  test('may be any text but the empty one: cycles, code units beyond 255, NUL and escapes all differ', () => {
    const seeds = [
      '0',
      '1',
      '11',
      '111',
      '12/',
      '12/12/',
      'é',
      'ǩ',
      '\0',
      '1\0',
      '1\x001',
      '%',
      '%0025',
      'e',
    ];
    const long = ['a'.repeat(300), 'a'.repeat(301), `${'a'.repeat(300)}b`];
    const first = [...seeds, ...long].map((seed) => draws(seed).join());
    expect(new Set(first).size).toBe(first.length);
  });
});

describe('a stream name', () => {
  test('is made of escaped parts, so that moving a slash gives another stream', () => {
    const streams = new Streams({ seed: 's' });
    const one = streams.open('a/b', 'c', 'd').uniform();
    const two = streams.open('a', 'b/c', 'd').uniform();
    const three = streams.open('a', 'b', 'c/d').uniform();
    const four = streams.open('a%2Fb', 'c', 'd').uniform();
    expect(new Set([one, two, three, four]).size).toBe(4);
  });

  test('opens the same stream object every time', () => {
    const streams = new Streams({ seed: 's' });
    expect(streams.open('a', 'b', 'c')).toBe(streams.open('a', 'b', 'c'));
  });

  test('with the hash of another is refused, naming both', () => {
    const streams = new Streams({ seed: 's' }, () => ({ low: 1, high: 2 }));
    streams.open('power', 'site-1', 'lead');
    expect(() => streams.open('chips', 'site-2', 'yield')).toThrow(
      /chips\/site-2\/yield.*power\/site-1\/lead/,
    );
  });
});

describe('a cause at plan', () => {
  const streams = new Streams({ seed: 's', atPlan: ['power'] });
  const stream = streams.open('power', 'site-1', 'lead');
  const lead = lowModeHigh(20, 50, 100);

  test('gives the median in every kind of draw', () => {
    const median = stream.draw(lead, 7);
    expect(streams.isAtPlan('power')).toBe(true);
    expect(stream.draw(lead, 8)).toBe(median);
    expect(stream.drawShared(lead, 2.5, 0.4, 9)).toBe(median);
    expect(streams.input('regime', lead, { cause: 'power' })).toBe(median);
    expect(stream.normal(3)).toBe(0);
    expect(stream.uniform(3)).toBe(0.5);
    expect(stream.drawRemaining(exponential(10), 500)).toBeCloseTo(500 + 10 * Math.log(2), 9);
    expect([stream.chance(0.49), stream.chance(0.5)]).toEqual([false, true]);
  });

  test('moves no draw of another cause', () => {
    expect(streams.isAtPlan('chips')).toBe(false);
    expect(streams.open('chips', 'rack', 'defect').uniform(5)).toBe(
      new Streams({ seed: 's' }).open('chips', 'rack', 'defect').uniform(5),
    );
  });
});

describe('a shared draw', () => {
  test('with correlation 1 has the rank of the shared normal, with 0 its own', () => {
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    expect(stream.drawShared(unit, 0, 1)).toBe(0.5);
    expect(stream.drawShared(unit, 3, 0, 4)).toBeCloseTo(stream.uniform(4), 14);
    expect(stream.drawShared(unit, 40, 1)).toBeLessThan(1);
  });

  test('has the stated normal correlation with the shared normal', () => {
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    const driver = new Streams({ seed: 's' }).open('power', 'all', 'driver');
    const count = 20_000;
    let product = 0;
    for (let i = 0; i < count; i++) {
      const shared = driver.normal(i);
      product += shared * stream.drawShared({ kind: 'normal', mean: 0, sd: 1 }, shared, 0.36, i);
    }
    // Var(XY) = 1 + ρ² for standard normals with correlation ρ.
    expect(Math.abs(product / count - 0.6)).toBeLessThan(4 * Math.sqrt((1 + 0.36) / count));
  });
});

describe('an epistemic input', () => {
  const price = lowModeHigh(2, 3, 5);
  const list = [
    { name: 'price', cause: 'contract', distribution: unit },
    { name: 'share', cause: 'chips', distribution: unit },
    { name: 'slip', cause: 'chips', distribution: unit },
  ];
  const copula = gaussianCopula([
    [1, 0.6, 0],
    [0.6, 1, 0],
    [0, 0, 1],
  ]);

  test('has one value a replication and another in the next', () => {
    const streams = new Streams({ seed: 's' });
    streams.begin(0);
    const value = streams.input('price', price, { cause: 'contract' });
    expect(streams.input('price', price, { cause: 'contract' })).toBe(value);
    streams.begin(1);
    expect(streams.input('price', price, { cause: 'contract' })).not.toBe(value);
  });

  test('takes the uniform that a design gives it', () => {
    const streams = new Streams({ seed: 's', inputs: { price: 0.25 } });
    expect(streams.input('price', unit, { cause: 'contract' })).toBe(0.25);
    expect(() => new Streams({ seed: 's', inputs: { price: 1 } })).toThrow(/input price: 1, expected/);
  });

  test('without a copula is the same one by one or in a list', () => {
    const streams = new Streams({ seed: 's' });
    expect(streams.inputs(list)).toEqual(
      list.map((item) => streams.input(item.name, item.distribution, item)),
    );
  });

  test('uncorrelated with those before it keeps its number under a copula', () => {
    const streams = new Streams({ seed: 's' });
    const [price0, , slip0] = streams.inputs(list);
    const [price1, , slip1] = streams.inputs(list, copula);
    expect(price1).toBeCloseTo(price0, 14);
    expect(slip1).toBeCloseTo(slip0, 14);
  });

  test('under a copula takes the design uniform as its final rank and leaves the others alone', () => {
    const free = new Streams({ seed: 's' }).inputs(list, copula);
    const fixed = new Streams({ seed: 's', inputs: { price: 0.9 } }).inputs(list, copula);
    expect(fixed).toEqual([0.9, free[1], free[2]]);
    const planned = new Streams({ seed: 's', atPlan: ['contract'] }).inputs(list, copula);
    expect(planned).toEqual([0.5, free[1], free[2]]);
  });
});

test('a probability or a correlation that is none is refused, naming the stream', () => {
  const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
  for (const bad of [-0.1, 1.1, NaN]) {
    expect(() => stream.chance(bad)).toThrow(/probability of power\/site-1\/lead: /);
    expect(() => stream.drawShared(unit, 0, bad)).toThrow(/correlation of power\/site-1\/lead: /);
  }
  expect([stream.chance(0), stream.chance(1)]).toEqual([false, true]);
});

test('a chance comes true as often as it says', () => {
  const stream = new Streams({ seed: 's' }).open('deployment', 'rack', 'dead on arrival');
  const count = 40_000;
  let hits = 0;
  for (let i = 0; i < count; i++) if (stream.chance(0.03, i)) hits++;
  expect(Math.abs(hits / count - 0.03)).toBeLessThan(4 * Math.sqrt((0.03 * 0.97) / count));
});

test('an input follows a shared normal with the correlation given', () => {
  const streams = new Streams({ seed: 's' });
  const shared = (normal: number, correlation: number): number =>
    streams.input('price', unit, { cause: 'contract', shared: { normal, correlation } });
  expect(shared(0, 1)).toBe(0.5);
  expect(shared(5, 0)).toBeCloseTo(streams.input('price', unit, { cause: 'contract' }), 14);
  expect(shared(1, 0.5)).toBeGreaterThan(shared(-1, 0.5));
});
