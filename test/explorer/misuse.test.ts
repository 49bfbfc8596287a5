import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainSpaces, startExplorer, type ExplorerSite } from './site.ts';

let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(() => site?.close());

const FEW = 'replications=6&scenario=paper-and-pencil';

/** Drops one file on the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([called, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], called!));
      dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    },
    [name, text],
  );
}

test.each(['date=2026-02-31', 'date=2026-99-99&view=fan', 'view=sites&from=2026-13-01&to=2026-14-01'])(
  'a link with a day that there is not, %s, is read as without it',
  async (words) => {
    const { page, complaints, answer, close } = await site.open(`${FEW}&${words}`);
    await answer();
    expect(plainSpaces((await page.locator('.reading output').textContent())!)).toMatch(/^\d+ \w{3} \d{4}: /);
    expect(await page.locator('#view figcaption').textContent()).not.toBe('No chart');
    expect(complaints).toEqual([]);
    await close();
  },
);

test('who skips to the content keeps the picture', async () => {
  const link = `${FEW}&view=fan&set=deployment.crews%3D2+crew`;
  const { page, complaints, answer, close } = await site.open(link);
  await answer();
  const address = page.url();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(page.url()).toBe(address);
  expect(await page.locator('#view [data-chart=fan], [data-chart=fan]').count()).toBeGreaterThan(0);
  // The same where it is reached before the script has seen to it.
  await page.evaluate(() => {
    location.hash = '#main';
  });
  await page.waitForTimeout(300);
  expect(await page.locator('.share code').first().textContent()).toContain('deployment.crews=2 crew');
  expect(complaints).toEqual([]);
  await close();
});

test('a link that was cut off says so, and so does a command line that cannot be run', async () => {
  const { page, answer, close } = await site.open(`${FEW}&file=mine.yaml&yaml=AAAA&replications=6`);
  await answer();
  expect(await page.locator('header [role=status]').textContent()).toMatch(/makes no sense.*\(file, yaml\)/);
  await page.evaluate(() => {
    location.hash = '#replications=6&scenario=paper-and-pencil&set=deployment.crews%3Dbanana';
  });
  await page.locator('.problems').waitFor();
  expect(await page.locator('.share code').count()).toBe(0);
  expect(await page.locator('.share .note').last().textContent()).toContain('when what is wrong is mended');
  await close();
});

test('nothing before the as-of date is forecast: not in the answer, not beside a chart', async () => {
  const { page, complaints, answer, close } = await site.open(
    'scenario=openai-aws-38b-now&replications=20&milestone=gpus_10000&view=fan',
  );
  expect(plainSpaces(await answer())).toContain('Half of the runs were there before 22 Nov 2026');
  expect(plainSpaces((await page.locator('#view .note').first().textContent())!)).toMatch(
    /10,000 GPUs: in nine of ten runs before 22 Nov 2026, on days that nobody observed/,
  );
  expect(await page.locator('g.milestone').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('a period of ten thousand years is the whole that the sites have', async () => {
  const { page, answer, close } = await site.open(`${FEW}&view=sites&from=0001-01-01&to=9999-12-31`);
  await answer();
  expect(Number(await page.getByLabel('Date that is read').getAttribute('max'))).toBeLessThan(5000);
  expect(await page.getByRole('button', { name: 'Farther' }).isDisabled()).toBe(true);
  await close();
});

test('a milestone that the scenario does not have is its target, in every view, and the page says so', async () => {
  const { page, complaints, answer, close } = await site.open(
    `${FEW}&milestone=gpus_7&view=fan&replication=3`,
  );
  expect(await answer()).toMatch(/100 % of the contract/);
  expect(await page.locator('main p.warning').textContent()).toContain('milestone: gpus_7');
  expect(await page.locator('.answer select').first().inputValue()).toBe('target');
  await page.locator('.path table').waitFor();
  await page.evaluate(() => {
    location.hash = '#replications=6&scenario=paper-and-pencil&milestone=gpus_7&view=blame&blame=2';
  });
  await page.locator('[data-chart=blame]').waitFor({ timeout: 90_000 });
  expect(await page.locator('.share code').last().textContent()).not.toContain('gpus_7');
  await page.locator('.answer select').first().selectOption({ index: 0 });
  await page.locator('main p.warning').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await close();
});

test('a site that the scenario does not have is all of them, and a replication off the list is named', async () => {
  const { page, answer, close } = await site.open(`${FEW}&view=sites&site=nowhere`);
  await answer();
  expect(await page.locator('#view select').inputValue()).toBe('');
  await close();
  const other = await site.open(`${FEW}&view=fan&replication=77`);
  await other.answer();
  expect(await other.page.locator('#view select').inputValue()).toBe('77');
  await other.close();
});

test('one replication is run, and its link brings it back', async () => {
  const { page, complaints, answer, close } = await site.open('replications=1&scenario=paper-and-pencil');
  expect(await answer()).toContain('1 replication)');
  expect(page.url()).toMatch(/replications=1$/);
  expect(complaints).toEqual([]);
  await close();
});

test('what is no scenario is refused where it is dropped, and what is shown stays', async () => {
  const { page, answer, close } = await site.open(FEW);
  const before = await answer();
  for (const name of ['runs.csv', 'chart.png', 'report.html']) {
    await drop(page, name, 'a,b\n1,2\n');
    await page.locator('header [role=status]', { hasText: `${name}: neither a YAML file` }).waitFor();
  }
  expect(page.url()).not.toContain('yaml=');
  await drop(page, 'mine.yaml', 'no: [');
  await page.getByRole('alert').waitFor();
  expect(await page.locator('.running [role=status]').textContent()).toBe('not run');
  expect(await page.locator('.sentence').textContent()).not.toBe('');
  expect(before).not.toBe('');
  await close();
});

test('a drag replaces the address less often than browsers allow, and it is that of the end', async () => {
  const { page, complaints, answer, close } = await site.open(FEW);
  await answer();
  const slider = page.getByLabel('Date that is read');
  // Browsers ignore more than 200 in ten seconds; this one was started without that guard.
  const replaced = await slider.evaluate(async (element: HTMLInputElement) => {
    const replace = history.replaceState.bind(history);
    let count = 0;
    history.replaceState = (...words) => {
      count += 1;
      replace(...words);
    };
    for (let step = 0; step < 80; step += 1) {
      element.value = String(step);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    return count;
  });
  expect(replaced).toBeLessThan(30);
  const read = (await slider.getAttribute('aria-valuetext'))!.split(':')[0]!;
  const date = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('date');
  expect(Date.parse(date!)).toBe(Date.parse(`${read} UTC`));
  expect(complaints).toEqual([]);
  await close();
});

test('a text that takes long to pack and was left does not come back into the address', async () => {
  const { page, answer, close } = await site.open(FEW);
  await answer();
  await page.evaluate(() => {
    const pack = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = async function (this: Response) {
      await new Promise((resolve) => setTimeout(resolve, 800));
      return await pack.call(this);
    };
  });
  await drop(page, 'mine.yaml', 'extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: mine\n');
  await page.waitForFunction(() => document.title.startsWith('mine'));
  await page.waitForTimeout(200);
  await page.locator('.picker select').selectOption('blank');
  await page.waitForURL(/scenario=blank/);
  await page.waitForTimeout(1000);
  expect(page.url()).toContain('scenario=blank');
  await close();
});

test('the button to copy the link says so until the picture is another', async () => {
  const { page, answer, close } = await site.open(FEW, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await answer();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();
  await page.getByRole('tab', { name: 'Spend' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).waitFor();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByRole('button', { name: 'Copy it from the address bar' }).waitFor();
  await close();
});
