import { runAnswer, type Answer } from './answer.ts';
import { furtherSection, furtherTable } from './anyTable.ts';
import {
  attributedMilestone,
  attributionFigure,
  bindingFigure,
  ganttFigure,
  inputsFigure,
  supplyFigure,
} from './constraintCharts.ts';
import { attributionTable, bindingTable, inputsTable, stagesTable } from './constraintTables.ts';
import { latestTenthFigure } from './latestTenth.ts';
import { lockInSection } from './lockIn.ts';
import type { Material } from './material.ts';
import { allMilestones, promiseTable } from './milestoneTables.ts';
import { milestoneChooser } from './milestoneChooser.ts';
import { targetOf } from './milestones.ts';
import { moneySection } from './money.ts';
import { clusterFigure, fanFigure, readinessFigure } from './progressCharts.ts';
import { quantilesTable, supplyTable } from './quantilesTable.ts';
import { foldable, type Section } from './section.ts';
import { threeAnswers } from './threeAnswers.ts';
import { scalarsTable, unfinishedTable } from './unfinished.ts';

const SHOWN =
  'runs points milestones promise readiness fan stages sites binding dwell attribution latest_tenth inputs spend finance lock_in assumptions'.split(
    ' ',
  );

/** What is said at once, and the sections that show it. */
export interface ReportParts {
  readonly answer: Answer;
  readonly sections: readonly Section[];
}

/** Report of a run of one scenario, as far as its tables go. */
export function runReport(material: Material): ReportParts {
  const target = targetOf(material.folder);
  const milestone = attributedMilestone(material, target);
  const table = (parts: readonly string[]): string[] =>
    parts.map((html) => foldable('The same as a table', html));
  const when: Section = {
    id: 'when',
    title: target === undefined || target.isInService ? 'When it is in service' : 'When it is reached',
    parts: [
      ...fanFigure(material, target),
      ...quantilesTable(material, 'gpus', 'GPUs in service'),
      ...readinessFigure(material, target),
      ...milestoneChooser(material, target),
      ...allMilestones(material),
      ...promiseTable(material),
      ...clusterFigure(material),
      ...quantilesTable(material, 'largest_cluster_gpus', 'Usable GPUs of the largest cluster'),
    ],
  };
  const why: Section = {
    id: 'why',
    title: 'What holds it back',
    parts: [
      ...bindingFigure(material),
      ...table(bindingTable(material)),
      ...(milestone === undefined ? [] : attributionFigure(material, milestone)),
      ...(milestone === undefined ? [] : table(attributionTable(material, milestone))),
      ...(milestone === undefined ? [] : latestTenthFigure(material, milestone)),
      ...supplyFigure(material),
      ...supplyTable(material),
      ...furtherTable(material, 'dwell', 'How long racks have waited at the dock'),
      ...unfinishedTable(material),
    ],
  };
  const sites: Section = {
    id: 'sites',
    title: 'Site by site',
    parts: [
      ...ganttFigure(material, target),
      ...stagesTable(material),
      ...furtherTable(material, 'sites', 'Power at each site'),
    ],
  };
  const doubt: Section = {
    id: 'inputs',
    title: 'What the answer depends on',
    parts: [...inputsFigure(material, target), ...table(inputsTable(material))],
  };
  const means: Section = {
    id: 'means',
    title: 'Outputs',
    parts: when.parts.length === 0 ? scalarsTable(material) : [],
  };
  const known = [
    when,
    threeAnswers(material),
    why,
    sites,
    doubt,
    moneySection(material, target),
    lockInSection(material),
    means,
  ];
  const added = (material.folder.manifest?.added ?? []).map(({ name }) => name.replace(/\.csv$/, ''));
  const isAll = known.every(({ parts }) => parts.length === 0);
  return {
    answer: runAnswer(material, target),
    sections: [...known, furtherSection(material, [...SHOWN, ...added], { isAll })],
  };
}
