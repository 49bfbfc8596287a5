import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thumbsOffTheirDates } from '../report/thumbs.ts';
import { drawn, startExplorer, type ExplorerSite } from './site.ts';

let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(() => site?.close());

const FEW = 'replications=6';

async function key(page: Page, name: string): Promise<void> {
  const sliders = page.getByLabel('Date that is read');
  await sliders.first().press(name);
  await drawn(page);
}

describe.each([360, 390, 768, 1280, 1920])('the slider below a chart, at %i px,', (width) => {
  test('has its thumb below the date that it reads, in every view over time', async () => {
    const { page, answer, close } = await site.open(FEW, { viewport: { width, height: 900 } });
    await answer();
    for (const view of ['Readiness', 'GPUs in service', 'Sites', 'What binds', 'Spend']) {
      await page.getByRole('tab', { name: view }).click();
      await drawn(page);
      expect(await thumbsOffTheirDates(page), view).toEqual([]);
      const read = await page.locator('.reading output').first().textContent();
      await key(page, 'ArrowLeft');
      expect(await page.locator('.reading output').first().textContent(), view).not.toBe(read);
      expect(await thumbsOffTheirDates(page), view).toEqual([]);
      for (const end of ['Home', 'End']) {
        await key(page, end);
        expect(await thumbsOffTheirDates(page), `${view}, ${end}`).toEqual([]);
      }
    }
    await close();
  });
});
