/** How a model worker lives, by which the line of his subsidy goes. */
export const LIVELIHOODS = ['ON_THE_JOB', 'RETIRED', 'FARMER'] as const;
