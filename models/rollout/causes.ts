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

/**
 * Causes that are blamed together unless somebody asks for others: six groups, so that Shapley values are exact in 64
 * runs.
 */
export const CAUSE_GROUPS = [
  { name: 'chips', causes: ['chips'] },
  { name: 'power', causes: ['connection', 'transformer', 'substation'] },
  { name: 'new halls', causes: ['building', 'cooling', 'network', 'commissioning'] },
  { name: 'existing halls', causes: ['existing'] },
  { name: 'crews and acceptance', causes: ['crews', 'acceptance'] },
  { name: 'contract, policy and shocks', causes: ['contract', 'policy', 'disruption'] },
] as const satisfies readonly { readonly name: string; readonly causes: readonly Cause[] }[];
