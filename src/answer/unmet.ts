/** The cause that stands for capacity that is not in service by the horizon. */
export const UNMET = 'unmet';
