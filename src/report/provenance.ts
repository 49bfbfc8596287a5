import { countText, wholeText } from '../wording/index.ts';
import type { Manifest } from '../experiment/index.ts';
import { escapeHtml, htmlTable } from '../page/index.ts';
import { shellCommand } from '../refusal/index.ts';
import { canBeNamed, modelWords, settingWords } from './commands.ts';
import type { Material } from './resultsFolder.ts';
import { foldable, paragraph, type Section } from './section.ts';

/** Which run this is, from what files, and how to get the same bytes again. */
export function provenanceSection({ folder: { manifest, tables } }: Material): Section {
  const title = 'Where it comes from, and how to replay it';
  if (manifest === undefined) {
    return {
      id: 'provenance',
      title,
      parts: [paragraph('There is no usable manifest.json in the folder: which run this was is not known.')],
    };
  }
  return {
    id: 'provenance',
    title,
    parts: [facts(manifest), ...replayText(manifest, tables.has('points')), files(manifest)],
  };
}

function facts({
  experiment,
  gigaramp,
  model,
  seed,
  points,
  replications,
  effectiveReplications: effective,
  run,
}: Manifest): string {
  const entries: [string, string][] = [
    ...(run.scenario === undefined ? [] : [['Scenario', inPackage(run.scenario)] as [string, string]]),
    [
      'Model',
      `${model.name}, version ${model.version}${run.module === undefined ? '' : `, from ${inPackage(run.module)}`}`,
    ],
    ['Seed', seed],
    [
      'Replications',
      `${wholeText(replications)}${points.length > 1 ? ` of each of ${points.length} points` : ''}${effective === undefined ? '' : `, effectively ${wholeText(Math.floor(effective))} given what was observed`}`,
    ],
    [
      'Gigaramp',
      `${gigaramp}${run.commit === undefined ? '' : `, commit ${run.commit.slice(0, 12)}${run.dirty === true ? ' with changes' : ''}`}`,
    ],
    ['Experiment', experiment],
  ];
  const list = entries.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl class="facts">${list.join('\n')}</dl>`;
}

function replayText(manifest: Manifest, isSweep: boolean): string[] {
  const { run, replications, seed } = manifest;
  const model = modelWords(manifest);
  const replay = [
    '<p>In the folder of this report, to run every recorded replication again and be told “identical”, or where it first differs:</p>',
    command(['npx', 'gigaramp', 'replay', '.', ...model]),
  ];
  if (!canBeNamed(manifest, isSweep)) return replay;
  const isNamedFromThere = run.scenario !== undefined && !run.scenario.startsWith('gigaramp:');
  return [
    `<p>To make the results again from nothing,${isNamedFromThere ? ' where the run was started,' : ''} as long as no script set more than this; the bytes do not depend on the number of workers:</p>`,
    command([
      'npx',
      'gigaramp',
      'run',
      ...(run.scenario === undefined ? [] : [run.scenario]),
      ...model,
      '--replications',
      String(replications),
      '--seed',
      seed,
      ...settingWords(manifest),
    ]),
    ...replay,
  ];
}

function command(words: readonly string[]): string {
  return `<pre tabindex="0"><code>${escapeHtml(shellCommand(words))}</code></pre>`;
}

/** A path as a manifest has it, from the folder of the package. */
function inPackage(path: string): string {
  return path.replace(/^gigaramp:/, '');
}

function files({ inputs, outputs }: Manifest): string {
  const rows = [
    ...inputs.map(({ name, sha256 }) => [name, 'read', sha256]),
    ...outputs.map(({ name, sha256 }) => [name, 'written', sha256]),
  ];
  const html = htmlTable({
    caption: 'Files by their SHA-256',
    columns: [{ title: 'file' }, { title: 'was' }, { title: 'SHA-256' }],
    rows: rows.map(([name, was, sha256]) => [name!, was!, { html: `<code>${escapeHtml(sha256!)}</code>` }]),
  });
  return foldable(
    `${countText(inputs.length, 'file')} that it was made from, and the ${outputs.length} that it wrote`,
    html,
  );
}
