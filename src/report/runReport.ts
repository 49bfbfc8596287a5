import { runHead, type Head } from './head.ts';
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
import { worstTenthFigure } from './worstTenth.ts';
import { lockInSection } from './lockIn.ts';
import { marketSection } from './marketSection.ts';
import type { Material } from './resultsFolder.ts';
import { allMilestones, promiseTable } from './milestoneTables.ts';
import { calibrationSection } from './calibration.ts';
import { answerOf } from '../answer/index.ts';
import { milestoneChooser } from './milestoneChooser.ts';
import { moneySection } from './money.ts';
import { clusterFigure, fanFigure, readinessFigure } from './progressCharts.ts';
import { quantilesTable, supplyTable } from './quantilesTable.ts';
import { foldable, type Section } from './section.ts';
import { threeAnswers } from './threeAnswers.ts';
import { scalarsTable } from './scalarsTable.ts';
import { unfinishedTable } from './unfinished.ts';

const SHOWN =
  'runs points observed milestones promise readiness fan stages sites binding dwell attribution latest_tenth worst_tenth inputs spend finance lock_in assumptions providers tenants calibration'.split(
    ' ',
  );

/** What is said at once, and the sections that show it. */
export interface ReportParts {
  readonly head: Head;
  readonly sections: readonly Section[];
}

/** Report of a run of one scenario, as far as its tables go. */
export function runReport(material: Material): ReportParts {
  const found = answerOf(material.folder);
  const { target } = found;
  const milestone = attributedMilestone(material, target);
  const table = (parts: readonly string[]): string[] =>
    parts.map((html) => foldable('The same as a table', html));
  const when: Section = {
    id: 'when',
    title: `When it is ${target?.onceReached ?? 'in service'}`,
    parts: [
      ...fanFigure(material, target),
      ...quantilesTable(material, 'progress', 'GPUs in service'),
      ...readinessFigure(material, target),
      ...milestoneChooser(material, target),
      ...allMilestones(material),
      ...promiseTable(material),
      ...clusterFigure(material),
      ...quantilesTable(material, 'largest cluster', 'Usable GPUs of the largest cluster'),
    ],
  };
  const why: Section = {
    id: 'why',
    title: 'What holds it back',
    parts: [
      ...bindingFigure(material),
      ...table(bindingTable(found.boundBy)),
      ...(milestone === undefined ? [] : attributionFigure(material, milestone)),
      ...(milestone === undefined ? [] : table(attributionTable(material, milestone))),
      ...(milestone === undefined ? [] : worstTenthFigure(material, milestone)),
      ...(milestone === undefined ? [] : latestTenthFigure(material, milestone)),
      ...supplyFigure(material),
      ...supplyTable(material),
      ...furtherTable(material, 'dwell', 'How long racks have waited at the dock'),
      ...unfinishedTable(found.unfinished),
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
    parts: [...inputsFigure(material, found), ...table(inputsTable(material))],
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
    marketSection(material),
    sites,
    doubt,
    calibrationSection(material),
    moneySection(material, found),
    lockInSection(material),
    means,
  ];
  const added = (material.folder.manifest?.added ?? []).map(({ name }) => name.replace(/\.csv$/, ''));
  const isAll = known.every(({ parts }) => parts.length === 0);
  return {
    head: runHead(material, found),
    sections: [...known, furtherSection(material, [...SHOWN, ...added], { isAll })],
  };
}
