/** A day in milliseconds, as `Date` counts them: UTC has no other days. */
export const DAY_MILLISECONDS = 86_400_000;

/** The mean year of the Julian calendar in days, which the units of a scenario mean by a year. */
export const YEAR_DAYS = 365.25;

/** A twelfth of it. */
export const MONTH_DAYS = YEAR_DAYS / 12;

/** A day in hours. */
export const DAY_HOURS = 24;
