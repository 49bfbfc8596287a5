import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { date, refuseActualsAfter, stage, uncertain } from '../../src/scenario/index.ts';
import { issuesOf, load } from './load.ts';

const schema = z.strictObject({ shell: stage(uncertain('duration')) });

describe('a stage', () => {
  test.each([
    ['shell: 90 days', { duration: { kind: 'constant', value: 90 } }],
    ['shell: { value: 90 days, source: x }', { duration: { kind: 'constant', value: 90 } }],
    ['shell: { duration: 90 days }', { duration: { kind: 'constant', value: 90 } }],
    [
      'shell: { duration: { value: 90 days }, started: 2025-01-02 }',
      { duration: { kind: 'constant', value: 90 }, started: '2025-01-02' },
    ],
    [
      'shell: { started: 2025-01-01, finished: 2025-02-01 }',
      { duration: { kind: 'constant', value: 31 }, started: '2025-01-01', finished: '2025-02-01' },
    ],
  ])('is written as %s', (text, expected) => {
    expect(load({ files: { 'a.yaml': text }, schema }).scenario.shell).toEqual(expected);
  });

  test.each([
    ['shell: 90', 'a.yaml:1:8: shell: expected a duration such as "90 days" or a range of it, got "90"'],
    [
      'shell: { started: 2025-01-02 }',
      'a.yaml:1:8: shell.duration: expected how long it takes beside its date, such as { duration: 90 days, started: 2025-01-02 }, got nothing',
    ],
    [
      'shell: { duration: 9 days, strated: 2025-01-02 }',
      'a.yaml:1:28: shell.strated: unknown key strated, did you mean started?',
    ],
    [
      'shell: { duration: 9 days, started: 2025-01-32 }',
      'a.yaml:1:37: shell.started: expected a date such as "2026-12-31", got "2025-01-32"',
    ],
    [
      'shell: { duration: 9 days, started: 2025-01-02, finished: 2025-01-01 }',
      'a.yaml:1:59: shell.finished: expected a day from 2025-01-02 on, got "2025-01-01"',
    ],
  ])('written as %s is refused', (text, expected) => {
    expect(issuesOf({ files: { 'a.yaml': text }, schema })).toEqual([expected]);
  });
});

describe('actuals', () => {
  const dated = z
    .strictObject({
      asOf: date().optional(),
      sites: z.array(z.strictObject({ name: z.string(), shell: stage(uncertain('duration')) })),
    })
    .superRefine((scenario, context) => refuseActualsAfter(scenario.asOf, scenario, context));
  const sites = 'sites: [{ name: a, shell: { duration: 9 days, started: 2025-01-02 } }]\n';

  test('up to the as-of date are taken', () => {
    expect(
      load({ files: { 'a.yaml': `asOf: 2025-01-02\n${sites}` }, schema: dated }).scenario.sites[0].shell
        .started,
    ).toBe('2025-01-02');
  });

  test('after it are refused where they were written', () => {
    expect(issuesOf({ files: { 'a.yaml': `asOf: 2025-01-01\n${sites}` }, schema: dated })).toEqual([
      'a.yaml:2:56: sites[0].shell.started: expected a day up to asOf 2025-01-01, got started "2025-01-02"',
    ]);
  });

  test('need an as-of date', () => {
    expect(issuesOf({ files: { 'a.yaml': sites }, schema: dated }).join()).toContain(
      'expected asOf in a scenario with actual dates',
    );
  });

  test('an overlay of dates alone keeps the duration it lies over', () => {
    const files = {
      'now.yaml':
        'extends: plan.yaml\nasOf: 2025-06-01\nsites: [{ name: a, shell: { finished: 2025-05-01 } }]\n',
      'plan.yaml': 'sites: [{ name: a, shell: 20 / 50 / 80 days }]\n',
    };
    const { scenario } = load({ files, schema: dated });
    expect(scenario.sites[0].shell).toMatchObject({
      duration: { kind: 'lowModeHigh' },
      finished: '2025-05-01',
    });
  });
});
