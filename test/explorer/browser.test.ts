import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenarioFile, rolloutScenarioModel } from '../../src/app/index.ts';
import { inline } from '../../src/execution/index.ts';
import { basePoint, defineExperiment, memoryStore, runExperiment } from '../../src/experiment/index.ts';
import { csvText } from '../../src/output/csvText.ts';
import { runTables } from '../../src/app/runTables.ts';
import { drawn, plainSpaces, startExplorer, type ExplorerSite } from './site.ts';

let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(() => site?.close());

const FEW = 'replications=6';
const TELEPHONE = { width: 360, height: 740 };

async function curve(page: Page): Promise<string> {
  await drawn(page);
  return await page.locator('figure .chart-box svg').first().innerHTML();
}

async function savedText(page: Page, act: () => Promise<unknown>): Promise<{ name: string; text: string }> {
  const [download] = (await Promise.all([page.waitForEvent('download'), act()])) as [Download, unknown];
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
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

test('a change moves the curve, a baseline says by how much, and the link brings the same picture back', async () => {
  const { page, complaints, answer, close } = await site.open(FEW);
  const before = await answer();
  expect(before).toMatch(
    /^\d.* % ?of the runs have 100 % of the contract in service by 31 Dec 2026 \(95 % interval/,
  );
  const first = await curve(page);
  await page.getByRole('button', { name: 'Keep as baseline' }).click();
  await page.getByLabel('Search inputs').fill('provider.pace');
  await page.getByLabel('construction time', { exact: true }).fill('0.4');
  await page.waitForFunction(
    (old) => document.querySelector('figure .chart-box svg')!.innerHTML !== old,
    first,
  );
  await answer();
  expect(plainSpaces((await page.locator('p.change').textContent())!)).toMatch(
    /on common draws: P\(on time\) .* pp \(.*mean date −/,
  );
  const [address, sentence, second] = [page.url(), await answer(), await curve(page)];
  expect(address).toContain('set=provider.pace%3D0.4');
  await close();

  const again = await site.open(address.slice(address.indexOf('#') + 1));
  expect(await again.answer()).toBe(sentence);
  expect(await curve(again.page)).toBe(second);
  await again.close();
  expect([...complaints, ...again.complaints]).toEqual([]);
});

test('a table of the page has the rows, columns and numbers that the command line writes', async () => {
  const { page, answer, close } = await site.open(`${FEW}&seed=seven&set=deployment.crews%3D2+crew`);
  await answer();
  const { scenario, ledger, files } = loadScenarioFile({
    file: rolloutScenarioModel.defaultFile!,
    schema: rolloutScenarioModel.schema!,
    settings: { 'deployment.crews': '2 crew' },
  });
  const { model } = rolloutScenarioModel;
  const experiment = defineExperiment({ model, seed: 'seven', files, points: [basePoint(scenario)] });
  const records = await runExperiment({
    experiment,
    executor: inline(model),
    store: memoryStore(experiment),
    replications: 6,
  });
  const tables = runTables(records, ledger);
  const select = page.getByLabel('Table (CSV)');
  expect(await select.locator('option').allTextContents()).toEqual([
    'save one',
    ...tables.map(({ name }) => `${name}.csv`),
  ]);
  expect(tables.map(({ name }) => name)).toContain('calibration');
  for (const { name } of tables) {
    const saved = await savedText(page, () => select.selectOption(name));
    // Chromium saves no more than ten files of a page in a second.
    await page.waitForTimeout(150);
    expect(saved.name).toBe(`${name}.csv`);
    expect(farthest(saved.text, csvText(tables.find((table) => table.name === name)!)), name).toBeLessThan(
      1e-9,
    );
  }
  await close();
});

/** Greatest relative difference of two tables, cell by cell; infinite where they differ in anything but a number. */
function farthest(a: string, b: string): number {
  const [first, second] = [a.split(/[,\n]/), b.split(/[,\n]/)];
  if (first.length !== second.length) return Infinity;
  return first.reduce((most, text, index) => {
    if (text === second[index]) return most;
    const [x, y] = [Number(text), Number(second[index])];
    const far =
      text === '' || second[index] === '' || Number.isNaN(x - y)
        ? Infinity
        : Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
    return Math.max(most, far);
  }, 0);
}

describe('a scenario of one’s own', () => {
  const type = async (page: Page, text: string): Promise<void> => {
    await page.getByText('Paste or edit YAML').click();
    await page.getByLabel('Scenario as YAML').fill(text);
    await page.getByRole('button', { name: 'Run this scenario' }).click();
  };

  test('that is broken is answered as on the command line, and the page goes on', async () => {
    const { page, complaints, answer, close } = await site.open(FEW);
    const before = await answer();
    await type(
      page,
      'extends: gigaramp:models/scenarios/openai-aws-38b.yaml\nname: mine\ndeployment: { crew: 2 crew }\n',
    );
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(
      /error: openai-aws-38b\.yaml:3:15: deployment\.crew: unknown key crew, did you mean crews\?/,
    );
    expect(plainSpaces((await page.locator('.sentence').textContent())!)).toBe(before);
    await page
      .getByLabel('Scenario as YAML')
      .fill('extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: mine\n');
    await page.getByRole('button', { name: 'Run this scenario' }).click();
    await alert.waitFor({ state: 'detached' });
    await answer();
    expect(await page.title()).toBe('mine · Gigaramp explorer');
    expect(complaints).toEqual([]);
    await close();
  });
});

test('is used with the keyboard alone: a view, a date, a scenario file', async () => {
  const { page, answer, close } = await site.open(`${FEW}&scenario=paper-and-pencil`);
  await answer();
  await page.locator('#tab-readiness').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('[role=tab][aria-selected=true]').textContent()).toBe('GPUs in service');
  expect(await page.evaluate(() => document.activeElement!.id)).toBe('tab-fan');
  await page.keyboard.press('ArrowLeft');
  const slider = page.getByLabel('Date that is read');
  await slider.focus();
  const read = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(read);
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d+ \w{3} \d{4}: .* % \(.*\) of the runs$/);
  await close();
});

test('a replication that is picked tells its driving path, whose days add up', async () => {
  const { page, answer, close } = await site.open(`${FEW}&view=fan&replication=1&milestone=gpus_10000`);
  await answer();
  await page.locator('.path table').waitFor();
  const days = await page.locator('.path td.end').allTextContents();
  const dates = await page.locator('.path td.date').allTextContents();
  const span = (Date.parse(dates.at(-1)!) - Date.parse(dates[0]!)) / 86_400_000;
  expect(Math.abs(days.reduce((sum, text) => sum + Number(text), 0) - span)).toBeLessThanOrEqual(1);
  await close();
});

describe('every view', () => {
  for (const [colorScheme, viewport] of [
    ['light', { width: 1280, height: 900 }],
    ['dark', TELEPHONE],
  ] as const) {
    test(`has no serious barrier and does not scroll sideways: ${colorScheme}, ${viewport.width} px`, async () => {
      const { page, complaints, answer, close } = await site.open(
        `${FEW}&scenario=paper-and-pencil&baseline`,
        {
          colorScheme,
          viewport,
        },
      );
      await answer();
      await page.locator('.change-panel summary').first().click();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        expect(await barriers(page), `${await tab.textContent()}`).toEqual([]);
        expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(viewport.width);
        // What is cut off in a list says so.
        const cut = page
          .locator('select')
          .evaluateAll((all) => all.map((one) => getComputedStyle(one).textOverflow));
        expect(new Set(await cut)).toEqual(new Set(['ellipsis']));
        const off = page.locator('button:disabled, select:disabled');
        const faint = await off.evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity));
        expect(faint.every((opacity) => opacity === '0.6')).toBe(true);
      }
      expect(complaints).toEqual([]);
      await close();
    });
  }
});
