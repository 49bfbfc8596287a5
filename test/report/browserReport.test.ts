import axe from 'axe-core';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { startBrowser } from './browser.ts';
import { addLockIn, addObserved, addStages } from '../results/addTable.ts';
import { copiesOfResults } from '../results/copies.ts';

const resultsCopy = copiesOfResults();

const DESK = { width: 1280, height: 900 };
const TELEPHONE = { width: 360, height: 740 };

/** Results folder → report, of every kind that there is. */
const KINDS = {
  run: '01-baseline',
  'run without a date': '08-precision',
  sweep: '00-own-model',
  comparison: '00-own-model/compare',
  'sweep of the rollout': '04-substation-lead-time',
  sensitivity: '07-sensitivity',
  tornado: '07-sensitivity/tornado',
  decision: '05-existing-versus-dedicated',
  'unknown tables': '02-what-decides',
};

/** Further folders whose tables are wide. */
const WIDE = {
  blame: '09-why-late',
  deals: '15-arms-race',
  backtest: '13-backtest',
  settings: '06-cooling-and-density',
  milestones: '12-second-crew',
  'observed and lock-in': '01-baseline',
};

let browser: Browser;
const files = new Map<string, string>();

beforeAll(async () => {
  browser = await startBrowser();
  for (const [kind, results] of Object.entries({ ...KINDS, ...WIDE })) {
    const folder = resultsCopy(results);
    if (kind === 'run') addStages(folder);
    if (kind === 'observed and lock-in') {
      addLockIn(folder);
      addObserved(folder);
    }
    files.set(kind, (await writeReport({ folder })).file);
  }
});
afterAll(() => browser?.close());

/** A report in a browser that notes everything it says and asks for. */
async function opened(
  kind: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(files.get(kind)!).href;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  await page.route('**/*', async (route) => {
    if (route.request().url() === url) return await route.continue();
    complaints.push(`request: ${route.request().url()}`);
    await route.abort();
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/** Texts in charts that lie over each other or outside of their chart, in words. */
async function misplacedTexts(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const slack = 1;
    for (const svg of document.querySelectorAll('figure svg')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = [...svg.querySelectorAll('text')]
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ words, box }) => words !== '' && box.width > 0);
      if (texts.length === 0) found.push('a chart without a text');
      texts.forEach(({ words, box }, index) => {
        const isOutside =
          box.left < frame.left - slack ||
          box.right > frame.right + slack ||
          box.top < frame.top - slack ||
          box.bottom > frame.bottom + slack;
        if (isOutside) found.push(`"${words}" leaves its chart`);
        for (const other of texts.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > slack && down > slack * 2) found.push(`"${words}" lies over "${other.words}"`);
        }
      });
    }
    return found;
  });
}

/** What axe finds serious or critical, as `rule: element`. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

describe.for(Object.keys(KINDS))('the report of a %s in a browser', (kind) => {
  test('loads alone: no message on the console, no request to anywhere', async () => {
    const { complaints, close } = await opened(kind);
    await close();
    expect(complaints).toEqual([]);
  });

  test('has no text in a chart that is clipped or lies over another, wide and narrow', async () => {
    for (const viewport of [DESK, TELEPHONE]) {
      const { page, close } = await opened(kind, { viewport });
      const misplaced = await misplacedTexts(page);
      await close();
      expect(misplaced, `${viewport.width} px`).toEqual([]);
    }
  });

  test('has no serious barrier, light and dark, with everything unfolded', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await opened(kind, { colorScheme });
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      const found = await barriers(page);
      await close();
      expect(found, colorScheme).toEqual([]);
    }
  });

  test.each([360, 390])('shows every column at %i px, or a shadow where a table goes on', async (width) => {
    const { page, close } = await opened(kind, { viewport: { width, height: 740 } });
    const lost = await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
      return [...document.querySelectorAll('table')].flatMap((table) => {
        const box = table.parentElement!;
        const name = table.caption!.textContent;
        const hidden = [...table.querySelectorAll('tbody th, tbody td')].filter(
          (cell) => cell.getBoundingClientRect().width < 2,
        );
        const { overflowX, backgroundImage } = getComputedStyle(box);
        const goesOn = box.scrollWidth > box.clientWidth;
        const isTold = overflowX === 'auto' && backgroundImage.includes('gradient');
        return [
          ...(hidden.length > 0 ? [`${name}: ${hidden.length} cells are not shown`] : []),
          ...(goesOn && !isTold ? [`${name}: goes on to the right without a cue`] : []),
          ...(goesOn && table.className === 'blocks' ? [`${name}: is wider than the page`] : []),
        ];
      });
    });
    await close();
    expect(lost).toEqual([]);
  });

  test('does not scroll sideways on a telephone, with everything unfolded', async () => {
    const { page, close } = await opened(kind, { viewport: TELEPHONE });
    const width = await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
      return document.scrollingElement!.scrollWidth;
    });
    await close();
    expect(width).toBe(TELEPHONE.width);
  });
});

test.each(Object.keys({ ...KINDS, ...WIDE }))(
  'no table of the report of %s is cut at 1280 px',
  async (kind) => {
    const { page, close } = await opened(kind);
    const cut = await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
      return [...document.querySelectorAll('.scroll')]
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map((box) => `${box.getAttribute('aria-label')}: ${box.scrollWidth} px in ${box.clientWidth}`);
    });
    const isSideways = await page.evaluate(() => document.scrollingElement!.scrollWidth > window.innerWidth);
    await close();
    expect(cut).toEqual([]);
    expect(isSideways).toBe(false);
  },
);

test('a text that lies over another or leaves its chart, and a picture without words, would be found', async () => {
  const { page, close } = await opened('run');
  await page.evaluate(() => {
    const svg = [...document.querySelectorAll('figure svg')].find((chart) => chart.clientWidth > 0)!;
    const last = [...svg.querySelectorAll('text')].at(-1)!;
    const over = last.cloneNode(true) as SVGTextElement;
    over.textContent = 'over';
    last.after(over);
    const outside = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    outside.textContent = 'outside';
    outside.setAttribute('y', '-30');
    svg.append(outside);
  });
  const found = await misplacedTexts(page);
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('img')));
  const serious = await barriers(page);
  await close();
  expect(found).toContain('"outside" leaves its chart');
  expect(found.some((words) => words.endsWith('lies over "over"'))).toBe(true);
  expect(serious).toEqual(['image-alt: <img>']);
});

describe('the report of a run in a browser', () => {
  test('has its answer, dates, cause and spend in the first screen', async () => {
    const { page, close } = await opened('run');
    const bottom = await page.evaluate(
      () => document.querySelector('header .facts')!.getBoundingClientRect().bottom,
    );
    await close();
    expect(bottom).toBeGreaterThan(300);
    expect(bottom).toBeLessThan(DESK.height);
  });

  test('tells P10, P50, P90 and who is there by the horizon of each milestone on a telephone too, as a table', async () => {
    const { page, close } = await opened('run', { viewport: { width: 390, height: 740 } });
    const answer = page.locator('.answer').getByRole('table');
    expect(await answer.getByRole('columnheader').allTextContents()).toEqual([
      'in service',
      'P10',
      'P50',
      'P90',
      'by the horizon',
    ]);
    const titles = await answer
      .getByRole('cell')
      .evaluateAll((cells) => cells.slice(0, 4).map((cell) => getComputedStyle(cell, '::before').content));
    expect(titles.map((title) => title.split('"')[1])).toEqual(['P10', 'P50', 'P90', 'by the horizon']);
    const boxes = await answer
      .getByRole('cell')
      .evaluateAll((cells) =>
        cells
          .map((cell) => cell.getBoundingClientRect())
          .map(({ left, right, height }) => [left, right, height]),
      );
    for (const [left, right, height] of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(390);
      expect(height).toBeGreaterThan(10);
    }
    await close();
  });

  test('is dark where the reader is, and light on paper', async () => {
    const { page, close } = await opened('run', { colorScheme: 'dark' });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const line = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--chart-1'));
    const dark = { paper: await paper(), line: await line() };
    await page.emulateMedia({ media: 'print' });
    const printed = { paper: await paper(), line: await line() };
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    const light = { paper: await paper(), line: await line() };
    await close();
    expect(dark.paper).toBe('rgb(21, 24, 28)');
    expect(dark.line).not.toBe('');
    expect(light).toEqual({ paper: 'rgb(255, 255, 255)', line: '' });
    expect(printed).toEqual(light);
  });

  test('prints to pages with everything unfolded', async () => {
    const { page, close } = await opened('run', { viewport: { width: 700, height: 1000 } });
    const shown = (): Promise<boolean[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('details table')].map((table) => table.checkVisibility()),
      );
    const folded = await shown();
    await page.emulateMedia({ media: 'print' });
    const unfolded = await shown();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    await close();
    expect(folded.length).toBeGreaterThan(5);
    expect(folded).not.toContain(true);
    expect(unfolded).not.toContain(false);
    expect(pdf.startsWith('%PDF-')).toBe(true);
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(8);
    expect(pages).toBeLessThan(40);
  });

  test('fits on paper: no table makes the browser print the whole page smaller', async () => {
    const { page, close } = await opened('run', { viewport: { width: 672, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('table')]
        .filter((table) => table.getBoundingClientRect().right > innerWidth + 1)
        .map((table) => table.caption?.textContent),
    );
    await close();
    expect(wide).toEqual([]);
  });

  test('begins with a link past the head, and its tables can be reached by keyboard', async () => {
    const { page, close } = await opened('run');
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => {
      const box = document.activeElement!.getBoundingClientRect();
      return { text: document.activeElement!.textContent, left: box.left };
    });
    await page.keyboard.press('Tab');
    const second = await page.evaluate(() => document.activeElement!.className);
    await close();
    expect(first).toEqual({ text: 'Skip to the content', left: 0 });
    expect(second).toBe('scroll');
  });

  test('has one first heading, and headings of the next order only below it', async () => {
    const { page, close } = await opened('run');
    const orders = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => heading.tagName),
    );
    await close();
    expect(orders[0]).toBe('H1');
    // Never deeper than one below the heading before it.
    const depths = orders.map((order) => Number(order[1]));
    expect(depths.slice(1).every((depth, place) => depth > 1 && depth <= depths[place]! + 1)).toBe(true);
    expect(orders.length).toBeGreaterThan(6);
  });
});

test('a browser that does not start is a failure that says what to do', async () => {
  const before = process.env['CHROME'];
  process.env['CHROME'] = '/nowhere/chrome';
  try {
    await expect(startBrowser()).rejects.toThrow(/^browser: headless Chromium did not start .*set CHROME=/);
  } finally {
    if (before === undefined) delete process.env['CHROME'];
    else process.env['CHROME'] = before;
  }
});
