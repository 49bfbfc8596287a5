import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blameDesign } from '../../src/app/blameDesign.ts';
import { designPoints } from '../../src/app/designPoints.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { inline } from '../../src/execution/index.ts';
import { defineExperiment, memoryStore, runExperiment } from '../../src/experiment/index.ts';
import { linkOf } from '../../src/explorer/link/link.ts';
import { FRESH } from '../../src/explorer/link/pageState.ts';
import { csvText } from '../../src/output/csvText.ts';
import { blameTable } from '../../src/output/index.ts';
import { milestoneBlame } from '../../src/explain/index.ts';
import { drawn, plainSpaces, startExplorer, type ExplorerSite } from './site.ts';

let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(() => site?.close());

const FEW = 'replications=6';
const CHANGED = `${FEW}&set=provider.pace%3D0.5&baseline`;

const TWO_TENANTS = `extends: gigaramp:models/scenarios/openai-aws-38b.yaml
name: two-tenants
tenants:
  - name: B
    contract: { commitment: $1B, effectiveTerm: 5 years, termEnds: 2031-12-31, price: $3/gpu/hour, gpus: 7200 gpu }
    tenantCap: 10 %
    milestones: { gpus: [3600 gpu], fractions: [] }
`;

async function reading(page: Page): Promise<string> {
  await drawn(page);
  return plainSpaces((await page.locator('.reading output').first().textContent()) ?? '');
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

describe('against a baseline', () => {
  test('every view tells the difference with its interval, on common draws', async () => {
    const { page, complaints, answer, close } = await site.open(`${CHANGED}&date=2026-12-31`);
    await answer();
    const difference = /difference(?: of the means)? [+−]?[$\d][^;]* \([+−]?[$\d].* to .*\)/;
    for (const name of ['Readiness', 'GPUs in service', 'Spend']) {
      await page.getByRole('tab', { name }).click();
      expect(await reading(page), name).toMatch(difference);
    }
    await page.getByRole('tab', { name: 'What binds' }).click();
    const heads = await page.locator('#view thead th').allTextContents();
    expect(heads).toEqual(['cause', 'share (95 % interval)', 'baseline', 'difference']);
    expect(await page.locator('#view tbody tr').first().locator('td').last().textContent()).toMatch(
      /pp \([+−]?[\d.]+ pp to [+−]?[\d.]+ pp\)$/,
    );
    await page.getByRole('tab', { name: 'Sites' }).click();
    expect(await page.locator('.over polyline.baseline').count()).toBeGreaterThan(10);
    await page.getByText('Dates of the stages as a table').click();
    expect(await page.locator('.view details th').allTextContents()).toContain(
      'finish against the baseline, days',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  test('that is the same scenario nothing differs, exactly', async () => {
    const { page, answer, close } = await site.open(`${FEW}&baseline&view=binding`);
    await answer();
    const cells = await page.locator('#view tbody td:last-child').allTextContents();
    expect(cells.length).toBeGreaterThan(2);
    expect(new Set(cells)).toEqual(new Set(['0.0 pp (0.0 pp to 0.0 pp)']));
    expect(await page.locator('#view').textContent()).toContain('no cause has more or fewer days');
    await close();
  });
});

test('a saved picture has what lies over the chart: single runs, the baseline, the mark of the milestone', async () => {
  const { page, answer, close } = await site.open(`${FEW}&baseline&view=fan`);
  await answer();
  const runs = await page.locator('.over .thin').count();
  expect(runs).toBeGreaterThan(5);
  const [download] = (await Promise.all([
    page.waitForEvent('download'),
    page.locator('figure[data-chart=fan]').getByRole('button', { name: 'SVG' }).click(),
  ])) as [Download, unknown];
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved.match(/<polyline /g)).toHaveLength(runs + 1);
  expect(saved).toMatch(/<polyline [^>]*stroke="rgb\([^>]*stroke-dasharray="5px, 4px"/);
  expect(saved).not.toMatch(/class="(?:run|thin|reach|rule|baseline|milestone)/);
  const shows = await page.evaluate(async (text) => {
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await picture.decode();
    return picture.naturalWidth;
  }, saved);
  expect(shows).toBeGreaterThan(300);
  await close();
});

test('the milestone that is chosen is marked, and its date read, in every view over time', async () => {
  const { page, answer, close } = await site.open(FEW);
  await answer();
  await page.locator('.answer select').first().selectOption('gpus_10000');
  await page.locator('.sentence:not(.stale)', { hasText: '10,000 GPUs in service' }).waitFor();
  for (const name of ['GPUs in service', 'Sites', 'What binds', 'Spend']) {
    await page.getByRole('tab', { name }).click();
    const note = plainSpaces((await page.locator('#view figure .note').first().textContent())!);
    const [, median] = /: 10,000 GPUs, median (\d+ \w+ \d{4}) \(/.exec(note) ?? [];
    expect(median, name).toBeDefined();
    const at = Date.parse(/^(\d+ \w+ \d{4}):/.exec(await reading(page))![1]!);
    // The last date of the chart before it.
    expect(Math.abs(at - Date.parse(median!)) / 86_400_000, name).toBeLessThanOrEqual(31);
    await page.locator('.over .milestone path').first().waitFor({ state: 'attached' });
  }
  await page.getByRole('tab', { name: 'What binds' }).click();
  await drawn(page);
  // Every share that is read has its interval.
  expect(await reading(page)).toMatch(/^\d+ \w+ \d{4}: (?:[a-z ]+ <?[\d.]+ % \([^)]+\)(?:, |$))+$/);
  expect(await page.locator('figure[data-chart=path] figcaption').textContent()).toContain('10,000 GPUs');
  await close();
});

describe('the sites', () => {
  test('are looked at closely by a drag, by buttons, and one by one; the link keeps it', async () => {
    const { page, complaints, answer, close } = await site.open(`${FEW}&view=sites`);
    await answer();
    const box = (await page.locator('.chart-box').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + 80, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d/);
    await drawn(page);
    expect(await page.locator('.chart-box svg').first().textContent()).toContain('Arrows: before');
    const words = new URLSearchParams(new URL(page.url()).hash.slice(1));
    const span = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const dragged = span(words.get('from')!, words.get('to')!);
    const { hash } = new URL(page.url());
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.waitForFunction((old) => location.hash !== old, hash);
    const closer = new URLSearchParams(new URL(page.url()).hash.slice(1));
    expect(span(closer.get('from')!, closer.get('to')!)).toBeCloseTo(dragged / 2, -1);
    await page.getByRole('button', { name: 'All' }).click();
    await page.waitForFunction(() => !location.hash.includes('from='));
    await page.locator('#view select').selectOption('dedicated-1');
    await drawn(page);
    const text = await page.locator('.chart-box svg').first().textContent();
    expect(text).toContain('dedicated-1');
    expect(text).not.toContain('dedicated-2');
    expect(complaints).toEqual([]);
    await close();
  });

  test('say what stands under the pointer: the stage with its dates', async () => {
    const { page, answer, close } = await site.open(`${FEW}&view=sites&site=dedicated-1`);
    await answer();
    const row = page.locator('.chart-box svg text', { hasText: /^substation/ });
    const [place, box] = [(await row.boundingBox())!, (await page.locator('.chart-box').boundingBox())!];
    await page.mouse.move(box.x + box.width * 0.6, place.y + place.height / 2);
    expect(await reading(page)).toMatch(
      /^dedicated-1, substation: starts \d.* \(P10 to P90 .*\), finishes \d.* \(P10 to P90/,
    );
    await close();
  });
});

test('blame says its cost before it runs, gives the numbers of the command line, and goes when something changes', async () => {
  const { page, complaints, answer, close } = await site.open(`${FEW}&view=blame`);
  await answer();
  expect(await page.locator('.offer').textContent()).toMatch(
    /Cost: 64 combinations × 200 replications = 12,800 replications, about \d+ (seconds?|minutes?)/,
  );
  await page.evaluate(() => {
    location.hash = location.hash.replace('#', '#blame=4&');
  });
  await page.locator('[data-chart=blame]').waitFor({ timeout: 90_000 });
  expect(await page.locator('.share code').last().textContent()).toBe(
    'gigaramp blame --seed 1 --replications 4',
  );
  const [download] = (await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'blame.csv' }).click(),
  ])) as [Download, unknown];
  const saved = readFileSync(await download.path(), 'utf8');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Search inputs').fill('provider.pace');
  await page.getByLabel('construction time', { exact: true }).fill('0.5');
  await page.locator('.offer').waitFor();
  expect(complaints).toEqual([]);
  await close();

  const { model, defaultFile } = rolloutScenarioModel;
  const { groups, coalitions, orders } = blameDesign({ model });
  const { points, files } = designPoints({
    scenarioModel: rolloutScenarioModel,
    file: defaultFile,
    rows: coalitions,
  });
  const experiment = defineExperiment({ model, seed: '1', files, points });
  const store = memoryStore(experiment);
  const records = await runExperiment({ experiment, executor: inline(model), store, replications: 4 });
  const found = milestoneBlame({ records, milestone: 'target', groups, coalitions, orders });
  expect(saved).toBe(csvText(blameTable(found)));
}, 120_000);

test('tenants have their fleets side by side, and a milestone of theirs is read in their own GPUs', async () => {
  const source = { kind: 'own', name: 'two-tenants.yaml', text: TWO_TENANTS } as const;
  const link = await linkOf({ ...FRESH, source, replications: 6, view: 'tenants', baseline: {} });
  const { page, complaints, answer, close } = await site.open(link);
  await answer();
  expect(await page.locator('figure[data-chart=fleets-by-tenant] figcaption').textContent()).toMatch(
    /^Median GPUs in service in \w+ \d{4}: tenant [\d.]+k, B [\d.]+k$/,
  );
  expect(await reading(page)).toMatch(
    /^[^\n]*:\ntenant: median [^\n]*\nB: median [^\n]* difference of the means 0 \(0 to 0\)$/,
  );
  expect(await barriers(page)).toEqual([]);
  await page.locator('.answer select').first().selectOption('B.gpus_3600');
  await page.locator('.sentence', { hasText: '3,600 GPUs of B in service' }).waitFor();
  await page.getByRole('tab', { name: 'GPUs in service' }).click();
  await page.getByLabel('Date that is read').press('End');
  // It never has more than the 7,200 that it bought.
  expect(await reading(page)).toMatch(/: median (?:7\.2k|[0-6][\d.]*k?) /);
  expect(complaints).toEqual([]);
  await close();
});
