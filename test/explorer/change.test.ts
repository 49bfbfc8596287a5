import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenarioFile, rolloutScenarioModel } from '../../src/app/index.ts';
import { stepsOf } from '../../src/app/relaxationSteps.ts';
import { startExplorer, type ExplorerSite } from './site.ts';

let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(() => site?.close());

const FEW = 'replications=6';

function settingsOf(page: Page): Record<string, string> {
  const words = new URLSearchParams(new URL(page.url()).hash.slice(1));
  return Object.fromEntries(
    words.getAll('set').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

describe('a step', () => {
  const { schema, defaultFile, model } = rolloutScenarioModel;
  const { scenario } = loadScenarioFile({ file: defaultFile!, schema: schema! });

  test('is made at one click, by the size and for the sum that relax takes, and against what was before', async () => {
    const { page, complaints, answer, close } = await site.open(FEW);
    await answer();
    await page.getByText('Relax a constraint').click();
    await page.getByLabel('Every step, %').fill('20');
    await page.getByLabel('Every step, %').press('Enter');
    const step = page.locator('.steps li', { hasText: 'install rate of the crews' });
    await step.getByText('20 % more').waitFor();
    await page.getByLabel('Cost of “install rate of the crews”').fill('10');
    await page.getByLabel('For, $ million').fill('5');
    await page.getByLabel('For, $ million').press('Enter');
    // Half of its cost pays for half of its size.
    await step.getByText('10 % more, for $5M').waitFor();
    await step.getByRole('button').click();
    await page.waitForURL(/set=/);
    await answer();
    const wanted = stepsOf(model, scenario, {
      size: 0.2,
      spend: 5e6,
      costs: { 'install rate of the crews': 10e6 },
    }).find(({ name }) => name === 'install rate of the crews')!;
    expect(settingsOf(page)).toEqual(wanted.settings);
    expect(await page.locator('p.change').textContent()).toContain('Against the baseline');
    expect(complaints).toEqual([]);
    await close();
  });

  test('of a size that makes no sense is refused in words, and the page goes on', async () => {
    const { page, answer, close } = await site.open(`${FEW}&spend=900000000&cost=acceptance+time%3D1000000`);
    await answer();
    await page.getByText('Relax a constraint').click();
    expect(await page.locator('.relax [role=alert]').textContent()).toBe(
      'size of acceptance time for $900000000: 90, expected a part above 0 and up to 0.5',
    );
    expect(await page.locator('.steps li').count()).toBeGreaterThan(10);
    await close();
  });
});

test('a policy is chosen among its values, and every input says what it rests on', async () => {
  const { page, answer, close } = await site.open(FEW);
  await answer();
  await page.locator('.change-panel summary', { hasText: 'olicies' }).click();
  const placement = page.getByLabel('placement', { exact: true });
  await placement.waitFor();
  expect(await placement.locator('option').allTextContents()).toContain('dedicated-first');
  const note = page.locator('.entry', { has: placement }).locator('.note');
  expect(await note.textContent()).toContain('A choice, no estimate: stated in the scenario.');
  await placement.selectOption('dedicated-first');
  await page.waitForURL(/policies\.placement%3Ddedicated-first/);
  await answer();
  expect(await note.textContent()).toContain('A choice, no estimate: set here.');
  for (const room of ['Chips', 'Sites']) {
    await page.locator('.change-panel summary', { hasText: room.slice(1) }).click();
  }
  // A room that is opened is drawn a moment later.
  await expect.poll(() => page.locator('.entry .note').count()).toBeGreaterThan(100);
  const notes = await page.locator('.entry .note').allTextContents();
  // Basis and confidence, or that none is stated; a choice is none of these.
  for (const text of notes) expect(text).toMatch(/confidence|A choice, no estimate/);
  await close();
});

describe('the ledger', () => {
  const paths = async (rows: Locator): Promise<string[]> =>
    (await rows.locator('th').allTextContents()).map((path) => path.replaceAll('\u200b', ''));

  test('is sorted by a column both ways, filtered, searched, and shows what was changed and what it was', async () => {
    const { page, complaints, answer, close } = await site.open(
      `${FEW}&view=ledger&set=deployment.crews%3D2+crew&set=sites.dedicated-1.power.units%3D4+unit`,
    );
    await answer();
    const rows = page.locator('.ledger tbody tr');
    const all = await rows.count();
    // What was changed comes first as long as nobody sorts.
    expect((await paths(rows)).slice(0, 2).sort()).toEqual([
      'deployment.crews',
      'sites.dedicated-1.power.units',
    ]);
    const button = page.getByRole('button', { name: 'confidence', exact: false });
    await button.click();
    const ranks = await rows.locator('td.confidence').allTextContents();
    const order = ['high', 'medium', 'low', ''];
    expect(ranks.map((rank) => order.indexOf(rank))).toEqual(
      ranks.map((rank) => order.indexOf(rank)).toSorted((a, b) => a - b),
    );
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('confidence');
    await button.click();
    expect(await rows.locator('td.confidence').allTextContents()).toEqual(
      ranks.toSorted((a, b) => order.indexOf(b) - order.indexOf(a)),
    );
    await page.getByLabel('Basis').selectOption('changed');
    expect((await paths(rows)).sort()).toEqual(['deployment.crews', 'sites.dedicated-1.power.units']);
    expect(await rows.first().getAttribute('class')).toBe('changed');
    expect(await rows.filter({ hasText: 'dedicated' }).locator('em').textContent()).toBe(
      ' changed, was 3 unit',
    );
    await page.getByLabel('Basis').selectOption('fact');
    const facts = await rows.count();
    expect(facts).toBeGreaterThan(0);
    expect(facts).toBeLessThan(all);
    await page.getByLabel('Basis').selectOption('');
    await page.getByLabel('Search', { exact: true }).fill('reworkshare');
    expect(await paths(rows)).toEqual(['deployment.reworkShare']);
    expect(await page.locator('.asked [role=status]').textContent()).toBe(`1 of ${all} inputs`);
    expect(complaints).toEqual([]);
    await close();
  });
});
