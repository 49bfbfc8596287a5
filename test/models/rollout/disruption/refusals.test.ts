import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

const shock = (timing: string, effect: string): string =>
  `disruptions: [{ name: a, kind: quake, timing: ${timing}, at: rack, length: 9 days, effect: ${effect} }]`;

test.each<[what: string, lines: string, issue: RegExp]>([
  [
    'a window that ends before it begins',
    shock('{ kind: once, from: 2026-06-02, to: 2026-06-01, probability: 50 % }', '{ kind: holds }'),
    /^over\.yaml:2:\d+: disruptions\[0\]\.timing\.to: expected a day from 2026-06-02 on, got 2026-06-01/,
  ],
  [
    'a loss that is made up in no stated time',
    shock('{ kind: known, from: 2026-06-02 }', '{ kind: lowers, loss: 50 %, madeUp: 20 % }'),
    /^over\.yaml:2:\d+: disruptions\[0\]\.effect: expected over, the time in which the loss is made up/,
  ],
])('%s is refused with its place', (_, lines, issue) => expectRefused(lines, issue));
