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

test('the rule at the date that is read crosses out no word of the chart, wherever it stands', async () => {
  const { page, answer, close } = await site.open(FEW, { viewport: { width: 360, height: 800 } });
  await answer();
  const slider = page.getByLabel('Date that is read');
  let stops = 0;
  for (let step = 0; step < 12; step += 1) {
    await slider.press('PageUp');
    await drawn(page);
    stops += await page.evaluate(() => {
      const rule = document.querySelector<SVGPathElement>('.over .rule')!;
      const frame = document.querySelector('.over')!.getBoundingClientRect();
      const parts = [...rule.getAttribute('d')!.matchAll(/M([\d.]+),([\d.]+)V([\d.]+)/g)].map((part) => ({
        x: frame.left + Number(part[1]),
        top: frame.top + Number(part[2]),
        bottom: frame.top + Number(part[3]),
      }));
      for (const text of document.querySelectorAll('svg.chart text')) {
        const box = text.getBoundingClientRect();
        for (const { x, top, bottom } of parts)
          if (box.left < x && x < box.right && box.top < bottom && top < box.bottom)
            throw new Error(`the rule crosses ${text.textContent}`);
      }
      return parts.length;
    });
    if (step === 0) await slider.press('Home');
  }
  // Somewhere on its way it stood where a word is.
  expect(stops).toBeGreaterThan(12);
  await close();
});
