import { expect, test } from 'vitest';
import { sharedTitle, type Column } from '../../src/record/index.ts';

const column: Column = { name: 'target', kind: 'milestone', unit: 'day', description: '', title: '90 %' };
const target: Column = { ...column, role: 'readiness' };

test('a milestone of several points is called as all of them call it', () => {
  expect(sharedTitle([target, target])).toBe('90 %');
});

test('targets that differ are called the target, and not as the first is', () => {
  expect(sharedTitle([target, { ...target, title: '100 %' }])).toBe('the target');
});

test('other milestones that differ are called by their name', () => {
  expect(sharedTitle([column, { ...column, title: '100 %' }])).toBe('target');
});
