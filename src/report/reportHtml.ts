import { escapeHtml, page } from '../page/index.ts';
import { sampleLine } from './head.ts';
import { assumptionsSection } from './assumptions.ts';
import { INTERACTION_STYLE } from './interactionStyle.ts';
import type { Material } from './resultsFolder.ts';
import { provenanceSection } from './provenance.ts';
import { readingSection } from './reading.ts';
import { reportParts } from './reportKinds.ts';
import { REPORT_SCRIPT } from './reportScript.ts';
import { sectionsHtml } from './section.ts';
import { REPORT_STYLE } from './style.ts';

/**
 * The report of a results folder as one HTML page: the answer, charts and tables, assumptions, and where it comes from.
 *
 * A function of the folder alone: the same folder gives the same text.
 */
export function reportHtml(material: Material): string {
  const { head, sections } = reportParts(material);
  const header = [
    problemsHtml(material.folder.problems),
    `<p class="eyebrow"><b>Gigaramp</b> · ${escapeHtml(sampleLine(material))}</p>`,
    `<h1>${headlineHtml(head.headline)}</h1>`,
    ...head.parts,
    warningsHtml(material.folder.manifest?.warnings),
  ];
  return page({
    title: `${material.folder.name}: Gigaramp report`,
    header: header.filter((part) => part !== '').join('\n'),
    body: sectionsHtml([
      ...sections,
      assumptionsSection(material),
      readingSection(),
      provenanceSection(material),
    ]),
    style: `${REPORT_STYLE}\n${INTERACTION_STYLE}`,
    script: REPORT_SCRIPT,
  });
}

/** What is wrong with the folder, before anything else. */
function problemsHtml(problems: readonly string[]): string {
  if (problems.length === 0) return '';
  const items = problems.map((problem) => `<li>${escapeHtml(problem)}</li>`);
  return `<div class="warning" role="note" aria-label="Warning">\n<p><strong>These results are not whole or not as they were written. Do not rely on them before you know why.</strong></p>\n<ul>${items.join('\n')}</ul>\n</div>`;
}

/** What of the scenario looks wrong though it is valid, as `validate` and `run` say it. */
function warningsHtml(warnings: readonly string[] = []): string {
  if (warnings.length === 0) return '';
  const items = warnings.map((warning) => `<li>${escapeHtml(warning.replace(/^gigaramp:/, ''))}</li>`);
  return `<div class="warning" role="note" aria-label="What looks wrong">\n<p><strong>The scenario is valid, but this may not be what was meant:</strong></p>\n<ul>${items.join('\n')}</ul>\n</div>`;
}

/** The headline with the interval that ends it set back. */
function headlineHtml(headline: string): string {
  const [, text, interval] = /^(.*?)\s(\([^()]* to [^()]*\))$/s.exec(headline) ?? [];
  return text === undefined
    ? escapeHtml(headline)
    : `${escapeHtml(text)} <span class="aside">${escapeHtml(interval!)}</span>`;
}
