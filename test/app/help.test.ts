import { expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';

test('the list of commands fits in 80 columns', async () => {
  const { out } = await commandLine('--help');
  expect(out).toContain('order-by');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
