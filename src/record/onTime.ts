/** Name of the response that is the probability of the target. */
export const ON_TIME = 'on time';
