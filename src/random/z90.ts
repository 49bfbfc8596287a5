/** 90 % point of the standard normal: an 80 % interval ends so many standard deviations from its middle. */
export const Z90 = 1.2815515655446004;
