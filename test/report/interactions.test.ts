import axe from 'axe-core';
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { reportScriptText } from '../../src/report/interactions/build.ts';
import { REPORT_SCRIPT } from '../../src/report/reportScript.ts';
import { weightedProportion, wilson } from '../../src/statistics/index.ts';
import { startBrowser } from './browser.ts';
import { thumbsOffTheirDates } from './thumbs.ts';
import { addStages } from '../results/addTable.ts';
import { copiesOfResults, edit } from '../results/copies.ts';

const resultsCopy = copiesOfResults();
const folder = resultsCopy();

let browser: Browser;
let file = '';
beforeAll(async () => {
  browser = await startBrowser();
  addStages(folder);
  ({ file } = await writeReport({ folder }));
});
afterAll(() => browser?.close());

async function opened(
  options: BrowserContextOptions = {},
  path = file,
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  await page.route('**/*', async (route) => {
    if (route.request().url() === pathToFileURL(path).href) return await route.continue();
    complaints.push(`request: ${route.request().url()}`);
    await route.abort();
  });
  await page.goto(pathToFileURL(path).href);
  return { page, complaints, close: () => context.close() };
}

function columnOf(name: string, column: string): string[] {
  const [head, ...rows] = readFileSync(`${folder}/${name}.csv`, 'utf8').trim().split('\n');
  const index = head!.split(',').indexOf(column);
  return rows.map((row) => row.split(',')[index]!);
}

test('the script in the tree is what its sources are built to, and cannot end its own element', async () => {
  const text = await reportScriptText();
  expect(REPORT_SCRIPT).toBe(text);
  expect(text).not.toMatch(/<\/script|<!--/i);
});

describe('a report with its script', () => {
  test('stays one file below a megabyte that asks for nothing, and says nothing on the console', async () => {
    const { page, complaints, close } = await opened();
    const figures = page.locator('figure:has(.reading)');
    expect(await figures.count()).toBeGreaterThanOrEqual(5);
    expect(statSync(file).size).toBeLessThan(1e6);
    await close();
    expect(complaints).toEqual([]);
  });

  test('reads values off a chart at the pointer, and with the arrow keys', async () => {
    const { page, close } = await opened();
    const figure = page.locator('figure', { has: page.locator('.wide svg[data-chart=fan]') });
    const output = figure.locator('.reading');
    const [date] = columnOf('fan', 'date').slice(-1);
    const slider = figure.getByLabel('Date that is read');
    await slider.press('End');
    const last = await output.textContent();
    expect(last).toMatch(/^\d+ \w{3} \d{4}: median [\d,]+ \([\d,]+ to [\d,]+\); P10 to P90 of the runs/);
    expect(new Date(`${/^[^:]+/.exec(last!)![0]} UTC`).toISOString().slice(0, 10)).toBe(date);
    const median = Number(columnOf('fan', 'gpus_p50').at(-1));
    expect(Number(/median ([\d,]+)/.exec(last!)![1]!.replaceAll(',', ''))).toBeCloseTo(median, -2);
    await slider.press('ArrowLeft');
    expect(await output.textContent()).not.toBe(last);
    expect(await slider.getAttribute('aria-valuetext')).toBe(await output.textContent());
    const box = (await figure.locator('.wide svg').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
    const hovered = await output.textContent();
    expect(hovered).not.toBe(last);
    expect(await figure.locator('.wide svg .rule').getAttribute('d')).toMatch(/^M/);
    await close();
  });

  test.each([1280, 390, 360])(
    'has the thumb of every slider below the date that it reads, at %i px',
    async (width) => {
      const { page, close } = await opened({ viewport: { width, height: 900 } });
      expect(await thumbsOffTheirDates(page)).toEqual([]);
      for (const slider of await page.locator('input[type=range]').all()) {
        await slider.press('Home');
        await slider.press('ArrowRight');
      }
      expect(await thumbsOffTheirDates(page)).toEqual([]);
      await close();
    },
  );

  test('reads chips off the one panel of the supply chart and megawatts off the other, on one date', async () => {
    const { page, close } = await opened();
    const picture = page.locator('.wide svg[data-chart=chips-and-megawatts]');
    const figure = page.locator('figure', { has: picture });
    const output = figure.locator('.reading');
    await picture.scrollIntoViewIfNeeded();
    const box = (await picture.boundingBox())!;
    const readAt = async (part: number): Promise<string> => {
      await page.mouse.move(box.x + box.width * part, box.y + box.height * 0.6);
      return (await output.textContent())!;
    };
    const [chips, power] = [await readAt(0.2), await readAt(0.2 + 0.5)];
    expect(chips).toMatch(
      /^\d+ \w{3} \d{4}: medians of the runs, their intervals in the table: GPUs delivered [\d,]+, waiting [\d,]+, in service [\d,]+; MW energized [\d,]+/,
    );
    const timeIn = (text: string): number => Date.parse(/^[^:]+/.exec(text)![0]);
    // The same place in either panel is about the same time.
    expect(Math.abs(timeIn(power) - timeIn(chips)) / 86_400_000).toBeLessThan(200);
    expect(await picture.locator('.rule').count()).toBe(2);
    await close();
  });

  test('tells that share by weight where totals were observed', async () => {
    const weighted = resultsCopy();
    const weights = Array.from({ length: 40 }, (_, i) => (i % 4) / 2);
    edit(weighted, 'runs.csv', (text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line, i) => (i === 0 ? `${line},weight` : `${line},${weights[i - 1]}`))
        .join('\n')
        .concat('\n'),
    );
    edit(weighted, 'datapackage.json', (text) => {
      const data = JSON.parse(text) as { resources: { name: string; schema: { fields: unknown[] } }[] };
      const { fields } = data.resources.find(({ name }) => name === 'runs')!.schema;
      fields.push({ name: 'weight', type: 'number', description: 'weight' });
      return JSON.stringify(data);
    });
    edit(weighted, 'manifest.json', (text) =>
      JSON.stringify({ ...(JSON.parse(text) as object), effectiveReplications: 20 }),
    );
    const { file: path } = await writeReport({ folder: weighted });
    const { page, close } = await opened({}, path);
    const chooser = page.locator('.chooser');
    await chooser.locator('select').selectOption({ label: '50,000 GPUs' });
    const slider = chooser.getByLabel('Date by which it is reached');
    for (let step = 0; step < 2; step++) await slider.press('PageDown');
    const words = (await chooser.locator('.reading').textContent())!;
    const [, day, ...shown] = /^(.*?): ([\d.]+) % \(([\d.]+) % to ([\d.]+) %\)/.exec(words)!;
    const by = new Date(`${day} UTC`).toISOString().slice(0, 10);
    const hits = columnOf('runs', 'gpus_50000_date').map((date) => (date !== '' && date <= by ? 1 : 0));
    const { estimate, low, high } = weightedProportion(hits, weights);
    expect(estimate).toBeGreaterThan(0);
    for (const [index, value] of [estimate, low, high].entries())
      expect(Math.abs(Number(shown[index]) / 100 - value!)).toBeLessThan(0.006);
    await close();
  });

  test('tells the share of any milestone by any date, with the interval of the runs themselves', async () => {
    const { page, close } = await opened();
    const chooser = page.locator('.chooser');
    await chooser.locator('select').selectOption({ label: '50,000 GPUs' });
    const slider = chooser.getByLabel('Date by which it is reached');
    for (let step = 0; step < 2; step++) await slider.press('PageDown');
    const words = (await chooser.locator('.reading').textContent())!;
    const [, day, share, low, high] =
      /^(.*?): ([\d.]+) % \(([\d.]+) % to ([\d.]+) %\) of the replications have reached 50,000 GPUs$/.exec(
        words,
      )!;
    const by = new Date(`${day} UTC`).toISOString().slice(0, 10);
    const reached = columnOf('runs', 'gpus_50000_date').filter((date) => date !== '' && date <= by).length;
    const exact = wilson(reached, 40);
    expect(reached).toBeGreaterThan(0);
    for (const [shown, value] of [
      [share, exact.estimate],
      [low, exact.low],
      [high, exact.high],
    ] as const)
      expect(Math.abs(Number(shown) / 100 - value!)).toBeLessThan(0.006);
    await close();
  });

  test('shows one site alone in the Gantt chart and in its tables, and all of them again', async () => {
    const { page, close } = await opened();
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    const figure = page.locator('figure', { has: page.locator('.wide svg[data-chart=gantt]') });
    const select = figure.locator('select');
    const [, site] = await select.locator('option').allTextContents();
    const whole = (await figure.locator('.wide').boundingBox())!.height;
    const rows = page.locator('section[aria-labelledby=sites] tbody tr');
    const all = await rows.count();
    await select.selectOption(site!);
    expect((await figure.locator('.wide').boundingBox())!.height).toBeLessThan(whole);
    expect(await figure.locator('.wide svg').count()).toBe(2);
    const shown = await rows.filter({ visible: true }).locator('th').allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(all);
    await select.selectOption('');
    expect(await rows.filter({ visible: true }).count()).toBe(all);
    expect((await figure.locator('.wide').boundingBox())!.height).toBe(whole);
    await close();
  });

  test('sorts, searches and filters the ledger, and prints all of it', async () => {
    const { page, close } = await opened();
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    const rows = page.locator('.ledger tbody tr');
    const all = await rows.count();
    const last = async (): Promise<string[]> => await rows.locator('td:last-child').allTextContents();
    await page.locator('.ledger th button', { hasText: 'kind, confidence' }).click();
    const ranks = (await last()).map((text) => ['high', 'medium', 'low'].indexOf(text.split(', ')[1] ?? ''));
    const order = ranks.map((rank) => (rank < 0 ? 3 : rank));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await page.locator('.ledger th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.getByLabel('Search').fill('commitment');
    const found = await rows.filter({ visible: true }).count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    expect(await page.locator('.ledger [role=status]').textContent()).toBe(`${found} of ${all} inputs`);
    await page.emulateMedia({ media: 'print' });
    expect(await rows.filter({ visible: true }).count()).toBe(all);
    expect(await page.locator('.controls').filter({ visible: true }).count()).toBe(0);
    await close();
  });

  test('has no serious barrier and does not scroll sideways, light and dark, wide and on a telephone', async () => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      const { page, close } = await opened({ colorScheme, viewport: { width, height: 800 } });
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      await page.evaluate(axe.source);
      const serious = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
          resultTypes: ['violations'],
        });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      });
      expect(serious, colorScheme).toEqual([]);
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(width);
      await close();
    }
  });
});

test('without JavaScript nothing is missing and nothing stands there that does nothing', async () => {
  const { page, complaints, close } = await opened({ javaScriptEnabled: false });
  const without = (await page.locator('main').innerText()).length;
  expect(await page.locator('main select, main input, main button').count()).toBe(0);
  expect(await page.locator('.chooser').isVisible()).toBe(false);
  await close();
  const script = await opened();
  expect((await script.page.locator('main').innerText()).length).toBeGreaterThan(without);
  await script.page.evaluate(() => document.querySelectorAll('.controls').forEach((each) => each.remove()));
  const headings = (text: string): string[] => text.match(/^.{20,}$/gm) ?? [];
  expect(headings(await script.page.locator('main').innerText()).length).toBeGreaterThan(50);
  await script.close();
  expect(complaints).toEqual([]);
});

test('a script or an end tag that stands in the results does not run and ends nothing', async () => {
  const hostile = resultsCopy();
  addStages(hostile);
  edit(hostile, 'stages.csv', (csv) => csv.replaceAll('east', '</script><script>alert(1)</script>'));
  const { file: path } = await writeReport({ folder: hostile });
  const { page, complaints, close } = await opened({}, path);
  let alerts = 0;
  page.on('dialog', async (dialog) => {
    alerts++;
    await dialog.dismiss();
  });
  await page.reload();
  const figure = page.locator('figure', { has: page.locator('.wide svg[data-chart=gantt]') });
  expect(await figure.locator('option').allTextContents()).toContain('</script><script>alert(1)</script>');
  expect(alerts).toBe(0);
  await close();
  expect(complaints).toEqual([]);
});
