/** How days to a milestone are counted, as a sentence that goes on after a colon. */
export const UP_TO_HORIZON =
  'Days are counted up to the horizon, where a run that is not there counts as arriving';
