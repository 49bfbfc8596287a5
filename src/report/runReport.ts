import { escapeHtml } from '../page/index.ts';
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
import { allMilestones, promiseTable, targetsTable } from './milestoneTables.ts';
import { calibrationSection } from './calibration.ts';
import { answerOf, inputMeanings, type Answer } from '../answer/index.ts';
import { milestoneChooser } from './milestoneChooser.ts';
import { moneySection } from './money.ts';
import { clusterFigure, fanFigure, readinessFigure } from './progressCharts.ts';
import { quantilesTable, supplyTable } from './quantilesTable.ts';
import { foldable, type Section } from './section.ts';
import { threeAnswers } from './threeAnswers.ts';
import { scalarsTable } from './scalarsTable.ts';
import { unfinishedTable } from './unfinished.ts';
import { unreadNote } from './unreadNote.ts';

const SHOWN =
  'runs points observed milestones promise readiness fan stages sites binding dwell attribution latest_tenth worst_tenth inputs spend finance lock_in assumptions providers tenants calibration'.split(
    ' ',
  );

/** By the section that shows them: the tables that may be too large to be read. */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    when: ['readiness', 'milestones', 'promise', 'fan'],
    why: ['binding', 'dwell', 'attribution', 'latest_tenth', 'worst_tenth', 'supply'],
    market: ['providers', 'tenants', 'deals'],
    sites: ['stages', 'sites'],
    inputs: ['inputs'],
    money: ['spend', 'finance'],
    'lock-in': ['lock_in'],
  }),
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
  const when = whenSection(material, found);
  const means: Section = {
    id: 'means',
    title: 'Outputs',
    parts: when.parts.length === 0 ? scalarsTable(material) : [],
  };
  const known = [
    when,
    threeAnswers(material),
    whySection(material, found),
    marketSection(material),
    sitesSection(material, target),
    doubtSection(material, found),
    calibrationSection(material),
    moneySection(material, found),
    lockInSection(material),
    means,
  ];
  const noted = known.map((section) => ({
    ...section,
    parts: [...section.parts, ...unreadNote(material.folder, PLACES.get(section.id) ?? [])],
  }));
  const added = (material.folder.manifest?.added ?? []).map(({ name }) => name.replace(/\.csv$/, ''));
  const isAll = known.every(({ parts }) => parts.length === 0);
  return {
    head: runHead(material, found),
    sections: [...noted, furtherSection(material, [...SHOWN, ...added], { isAll })],
  };
}

/** The dates, and what is in service by when. */
function whenSection(material: Material, { target, targets }: Answer): Section {
  return {
    id: 'when',
    title: `When it is ${target?.onceReached ?? 'in service'}`,
    parts: [
      ...fanFigure(material, target),
      ...quantilesTable(material, 'progress', 'GPUs in service'),
      ...readinessFigure(material, target),
      ...milestoneChooser(material, target),
      ...allMilestones(material),
      ...targetsTable(targets),
      ...promiseTable(material),
      ...clusterFigure(material),
      ...quantilesTable(material, 'largest cluster', 'Usable GPUs of the largest cluster'),
    ],
  };
}

/** What binds, by date and on the way. */
function whySection(material: Material, { target, boundBy, unfinished }: Answer): Section {
  const milestone = attributedMilestone(material, target);
  return {
    id: 'why',
    title: 'What holds it back',
    parts: [
      ...bindingFigure(material),
      ...asTable(bindingTable(boundBy)),
      ...(milestone === undefined
        ? []
        : [
            ...attributionFigure(material, milestone),
            ...asTable(attributionTable(material, milestone)),
            ...worstTenthFigure(material, milestone),
            ...latestTenthFigure(material, milestone),
          ]),
      ...supplyFigure(material),
      ...supplyTable(material),
      ...furtherTable(material, 'dwell', 'How long racks have waited at the dock'),
      ...unfinishedTable(unfinished),
    ],
  };
}

function sitesSection(material: Material, target: Answer['target']): Section {
  return {
    id: 'sites',
    title: 'Site by site',
    parts: [
      ...ganttFigure(material, target),
      ...stagesTable(material),
      ...furtherTable(material, 'sites', 'Power at each site'),
    ],
  };
}

function doubtSection(material: Material, found: Answer): Section {
  return {
    id: 'inputs',
    title: 'What the answer depends on',
    parts: [
      ...inputsFigure(material, found),
      ...asTable(inputsTable(material)),
      ...inputMeanings(
        found.inputs.inputs.map(({ input }) => input),
        material.folder.manifest?.titles,
      ).map((meaning) => `<p class="note">${escapeHtml(meaning)}</p>`),
    ],
  };
}

function asTable(parts: readonly string[]): string[] {
  return parts.map((html) => foldable('The same as a table', html));
}
