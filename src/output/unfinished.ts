/** What a rollout can leave unfinished at its horizon: column, what it is, what held it. */
export const UNFINISHED = [
  [
    'racks_not_delivered',
    'racks the contract still lacks',
    'chips: not allotted, or not released for want of halls',
  ],
  ['racks_never_placed', 'racks at the dock', 'halls: no position was free'],
  [
    'racks_not_accepted',
    'racks placed, not in service',
    'crews and acceptance: not installed, or a pod not complete',
  ],
] as const;
