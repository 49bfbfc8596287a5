import { expect, test } from 'vitest';
import { partyTitle } from '../../src/record/index.ts';

const milestones = [
  { name: 'target', title: '80 % of the contract' },
  { name: 'gpus_10000', title: '10,000 GPUs' },
  { name: 'Beth.target', title: '60 % of the contract of Beth', ownTitle: '60 % of the contract' },
  { name: 'Beth.gpus_30000', title: '30,000 GPUs of Beth', ownTitle: '30,000 GPUs' },
];

test('a milestone that only another party has is called by its title, without whose it is', () => {
  expect(partyTitle(milestones, { party: 'Beth', measure: 'gpus_30000' })).toBe('30,000 GPUs');
});

test('the target of another party is its own, and not that of the first', () => {
  expect(partyTitle(milestones, { party: 'Beth', measure: 'target' })).toBe('60 % of the contract');
  expect(partyTitle(milestones, { party: 'Aleph', measure: 'target' })).toBe('80 % of the contract');
});

test('what is no milestone is called by its name in words', () => {
  expect(partyTitle(milestones, { party: 'Beth', measure: 'gpu_months' })).toBe('gpu months');
});
