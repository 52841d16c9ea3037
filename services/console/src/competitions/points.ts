/** Hundredths as people say them: 91.60. */
export const points = (hundredths: number | string) => (Number(hundredths) / 100).toFixed(2);
