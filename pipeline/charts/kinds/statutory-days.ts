/** Working days that the law allows between coming into care and the initial health assessment. */
export const statutoryDays = 20;
