import type { Page } from 'playwright-core';

/**
 * Sliders below charts whose thumb does not stand below the rule at the date that is read, in words.
 *
 * The middle of a thumb goes from half of its width inside of the one end of its slider to as much inside of the other.
 */
export async function thumbsOffTheirDates(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    for (const slider of document.querySelectorAll<HTMLInputElement>('input[type=range]')) {
      const figure = slider.closest('figure, .chooser')!;
      const [rule] = [...figure.querySelectorAll('.rule')].filter(
        (one) => one.getBoundingClientRect().height > 0,
      );
      const box = slider.getBoundingClientRect();
      if (box.width === 0) continue;
      const thumb = parseFloat(getComputedStyle(slider).getPropertyValue('--thumb')) * 16;
      const part = (Number(slider.value) - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
      const middle = box.left + thumb / 2 + part * (box.width - thumb);
      const line = rule?.getBoundingClientRect();
      const at = line === undefined ? NaN : line.left + line.width / 2;
      if (!(Math.abs(middle - at) < 1.5))
        found.push(
          `${figure.querySelector('figcaption, strong')!.textContent}: thumb at ${middle} px, its date at ${at} px`,
        );
    }
    return found;
  });
}
