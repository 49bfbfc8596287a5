/** What holds back less than this part of the capacity still to come is not named in a line. */
export const LEAST_SHARE = 0.005;
