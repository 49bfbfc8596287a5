import { describe, expect, test } from 'vitest';
import { mergeSegments } from '../../src/explain/index.ts';
import type { Segment } from '../../src/kernel/index.ts';

/** A segment of build at hall 1 that nothing was waited for. */
function segment(from: number, to: number, more: Partial<Segment> = {}): Segment {
  return {
    event: 1,
    from,
    to,
    label: 'build',
    entity: 'hall 1',
    kind: 'elapsed',
    runnerUpTime: NaN,
    runnerUpLabel: '',
    slack: NaN,
    ties: 0,
    holderLabel: '',
    holderEntity: '',
    ...more,
  };
}

const join = (at: number, slack: number, more: Partial<Segment> = {}): Segment =>
  segment(at, at, { kind: 'joined', label: 'all there', slack, runnerUpLabel: 'power', ...more });

describe('the stretches of a driving path', () => {
  test('are one where the same activity goes on at the same entity', () => {
    expect(mergeSegments([segment(0, 3), segment(3, 7), segment(7, 9)])).toEqual([
      { from: 0, to: 9, activity: 'build', entity: 'hall 1', how: 'elapsed' },
    ]);
  });

  test.each<[string, Partial<Segment>]>([
    ['another activity', { label: 'test' }],
    ['another entity', { entity: 'hall 2' }],
    ['a wait for a unit', { kind: 'granted' }],
    ['a decision', { kind: 'decided' }],
  ])('are two where what follows is %s, and two again when it is over', (_, other) => {
    const found = mergeSegments([segment(0, 3), segment(3, 7, other), segment(7, 9)]);
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 7],
      [7, 9],
    ]);
  });

  test('are two where something else was waited for in between', () => {
    const found = mergeSegments([segment(0, 3), join(3, 2), segment(3, 7), segment(7, 8)]);
    expect(found.map(({ from, to, how }) => [from, to, how])).toEqual([
      [0, 3, 'elapsed'],
      [3, 7, 'elapsed; the last of what it needed came 2 days after power'],
      [7, 8, 'elapsed'],
    ]);
  });

  test('leave out what takes no time, and nothing else', () => {
    expect(mergeSegments([])).toEqual([]);
    expect(mergeSegments([segment(2, 2), join(2, 1)])).toEqual([]);
  });

  test('name the next driver of several joins at one instant by the least slack, of equals the first', () => {
    const how = (...joins: Segment[]): string => mergeSegments([...joins, segment(3, 7)])[0]!.how;
    expect(how(join(3, 5), join(3, 2, { runnerUpLabel: 'cooling' }))).toContain('2 days after cooling');
    expect(how(join(3, 2), join(3, 5, { runnerUpLabel: 'cooling' }))).toContain('2 days after power');
    expect(how(join(3, 2), join(3, 2, { runnerUpLabel: 'cooling' }))).toContain('2 days after power');
    expect(how(join(3, NaN), join(3, 4))).toContain('4 days after power');
    expect(how(join(3, NaN))).toBe('elapsed');
  });

  test('say with whom the last arrived, and that its name is not known', () => {
    const { how } = mergeSegments([join(3, 0, { ties: 2, runnerUpLabel: '' }), segment(3, 7)])[0]!;
    expect(how).toBe(
      'elapsed; the last of what it needed came 0 days after the next, with 2 more at the same time',
    );
  });

  test('say what was waited for, and who held it where that is known', () => {
    const how = (more: Partial<Segment>): string =>
      mergeSegments([segment(0, 4, { kind: 'granted', label: 'crew', ...more })])[0]!.how;
    expect(how({})).toBe('waited for crew');
    expect(how({ holderEntity: 'hall 2' })).toBe('waited for crew, held by hall 2');
  });
});
