import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startExplorer, type ExplorerSite } from './site.ts';

let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(() => site?.close());

const FEW = 'replications=6';

async function tabOf(page: Page): Promise<string | null> {
  return await page.locator('[role=tab][aria-selected=true]').textContent();
}

function lengthOf(page: Page): Promise<number> {
  return page.evaluate(() => history.length);
}

describe('Back and Forward', () => {
  test('go through the scenarios, views, baselines and changes that were made, and not off the page', async () => {
    const { page, complaints, answer, close } = await site.open(FEW);
    const first = await answer();
    await page.locator('.picker select').selectOption('paper-and-pencil');
    await page.waitForURL(/scenario=paper-and-pencil/);
    const second = await answer();
    expect(second).not.toBe(first);
    await page.getByRole('tab', { name: 'Spend' }).click();
    await page.waitForURL(/view=spend/);
    await page.getByRole('button', { name: 'Keep as baseline' }).click();
    await page.waitForURL(/baseline=/);

    await page.goBack();
    await page.getByRole('button', { name: 'Keep as baseline' }).waitFor();
    expect(await tabOf(page)).toBe('Spend');
    await page.goBack();
    await expect.poll(() => tabOf(page)).toBe('Readiness');
    expect(await answer()).toBe(second);
    await page.goBack();
    await expect.poll(() => answer()).toBe(first);
    expect(new URL(page.url()).hash).toBe(`#${FEW}`);
    await page.goForward();
    await expect.poll(() => answer()).toBe(second);
    await page.goForward();
    await expect.poll(() => tabOf(page)).toBe('Spend');
    expect(complaints).toEqual([]);
    await close();
  });

  test('do not stop at every date of a drag, nor at every letter of a value', async () => {
    const { page, answer, close } = await site.open(FEW);
    await answer();
    const before = await lengthOf(page);
    const slider = page.getByLabel('Date that is read');
    await slider.focus();
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('ArrowLeft');
      await page.waitForTimeout(150);
    }
    await page.waitForURL(/date=/);
    expect(await lengthOf(page)).toBe(before);
    await page.getByLabel('Search inputs').fill('deployment.crews');
    const crews = page.getByLabel('crews', { exact: true });
    for (const text of ['2', '2 c', '2 crew']) {
      await crews.fill(text);
      await page.waitForTimeout(250);
    }
    await page.waitForURL(/deployment\.crews%3D2\+crew/);
    expect(await lengthOf(page)).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => crews.inputValue()).not.toBe('2 crew');
    expect(page.url()).toContain('date=');
    await close();
  });

  test('bring a file that was dropped back, and what was there before it', async () => {
    const { page, answer, close } = await site.open(`${FEW}&scenario=paper-and-pencil`);
    await answer();
    await page.getByText('Paste or edit YAML').click();
    await page
      .getByLabel('Scenario as YAML')
      .fill('extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: mine\n');
    await page.getByRole('button', { name: 'Run this scenario' }).click();
    await page.waitForURL(/file=/);
    await expect.poll(() => page.title()).toMatch(/^mine/);
    await page.goBack();
    await expect.poll(() => page.title()).toMatch(/^paper-and-pencil/);
    await page.goForward();
    await expect.poll(() => page.title()).toMatch(/^mine/);
    await close();
  });
});

test('tabs are gone through with the arrow keys round and round, and to their ends with Home and End', async () => {
  const { page, answer, close } = await site.open(`${FEW}&scenario=paper-and-pencil`);
  await answer();
  await page.locator('#tab-readiness').focus();
  const seen: (string | null)[] = [];
  for (const key of ['End', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(50);
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(await tabOf(page));
    seen.push(await tabOf(page));
  }
  expect(seen).toEqual(['Ledger', 'Readiness', 'Ledger', 'Readiness']);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await close();
});
