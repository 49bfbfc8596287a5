import type { Cause } from './causes.ts';

/**
 * Every activity that can stand on a driving path, with the cause it is charged to.
 *
 * The kernel stores the activity; a face or an attribution looks the cause up here, so that a path can be
 * read activity by activity and summed cause by cause.
 */
export const ACTIVITIES = {
  'vendor output': 'chips',
  'wafer to rack': 'chips',
  freight: 'chips',
  'rack meets position': 'chips',
  'allotment repaid': 'policy',
  diversion: 'policy',
  'grid connection': 'connection',
  'network upgrade': 'connection',
  'substation concept': 'substation',
  'detailed design': 'substation',
  permits: 'substation',
  'civil works': 'substation',
  'steel and bus': 'substation',
  'transformer lead time': 'transformer',
  'transformer late': 'transformer',
  'transformer arrives': 'transformer',
  'dress-out crew': 'substation',
  'dress-out': 'substation',
  checkout: 'substation',
  'outage window': 'substation',
  energized: 'substation',
  'site preparation': 'building',
  shell: 'building',
  'fit-out': 'building',
  'next hall starts': 'building',
  'cooling lead time': 'cooling',
  'cooling installation': 'cooling',
  'network lead time': 'network',
  'network installation': 'network',
  'plant complete': 'commissioning',
  'L3 commissioning': 'commissioning',
  'power and plant': 'commissioning',
  flush: 'commissioning',
  'commissioning teams': 'commissioning',
  'L4/L5 commissioning': 'commissioning',
  'commissioning rework': 'commissioning',
  'existing hall hand-over': 'existing',
  'fleet reassignment': 'existing',
  retrofit: 'existing',
  'install crew': 'crews',
  install: 'crews',
  'power-on': 'acceptance',
  'burn-in': 'acceptance',
  'rack rework': 'acceptance',
  'pod complete': 'acceptance',
  'network freeze': 'acceptance',
  acceptance: 'acceptance',
  'in service': 'acceptance',
} as const satisfies Record<string, Cause>;

export type Activity = keyof typeof ACTIVITIES;
