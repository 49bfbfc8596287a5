import { describe, expect, test } from 'vitest';
import { isMove } from '../../src/explorer/link/moves.ts';
import { FRESH } from '../../src/explorer/link/pageState.ts';

const crews = 'deployment.crews';

describe('a move, to which Back returns,', () => {
  test.each([
    ['another scenario', { source: { kind: 'shipped', name: 'blank' } }],
    ['a text of one’s own', { source: { kind: 'own', name: 'mine.yaml', text: 'name: mine' } }],
    ['another view', { view: 'spend' }],
    ['another milestone', { milestone: 'gpus_10000' }],
    ['another seed', { seed: '2' }],
    ['a baseline that is kept', { baseline: {} }],
    ['a replication that is picked', { replication: 3 }],
    ['one site alone', { site: 'east' }],
    ['a setting that is the first of its path', { settings: { [crews]: '2 crew' } }],
  ] as const)('is %s, there and back', (_, part) => {
    expect(isMove(FRESH, { ...FRESH, ...part })).toBe(true);
    expect(isMove({ ...FRESH, ...part }, FRESH)).toBe(true);
  });

  test('is no date that is dragged, no period, no size and no cost', () => {
    const part = {
      date: '2027-01-01',
      from: '2026-01-01',
      to: '2026-06-01',
      size: 0.2,
      spend: 1,
      costs: { a: 1 },
    };
    expect(isMove(FRESH, { ...FRESH, ...part })).toBe(false);
  });

  test('is no value that is typed further, but a step that sets several', () => {
    const before = { ...FRESH, settings: { [crews]: '2', 'provider.pace': '1' } };
    expect(isMove(before, { ...before, settings: { ...before.settings, [crews]: '2 crew' } })).toBe(false);
    expect(isMove(before, { ...before, settings: { [crews]: '3', 'provider.pace': '2' } })).toBe(true);
  });

  test('is not the same state read from its link', () => {
    const source = { kind: 'own', name: 'mine.yaml', text: 'name: mine' } as const;
    const state = { ...FRESH, source, settings: { [crews]: '2' }, baseline: { a: '1' } };
    expect(isMove(state, structuredClone(state))).toBe(false);
  });
});
