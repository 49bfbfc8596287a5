/** The cause groups to which every activity and every draw of the rollout belongs. */
export const CAUSES = [
  'contract',
  'chips',
  'connection',
  'transformer',
  'substation',
  'building',
  'cooling',
  'network',
  'commissioning',
  'existing',
  'crews',
  'acceptance',
  'policy',
  'disruption',
] as const;

export type Cause = (typeof CAUSES)[number];
