// What the node signs of a correction: one line a field, so that whoever doubts it can write it down again.

interface Place {
  competitionId: string;
  tradeId: string;
  judgeId: string;
  moduleNo: number;
  benchNo: number;
}

interface Correction {
  correctionId: string;
  oldHundredths: number;
  scoreHundredths: number;
  reason: string;
  correctionDocument: string;
  correctedBy: string;
  correctedAt: string;
}

export function correctionText(place: Place, correction: Correction): string {
  const { competitionId, tradeId, judgeId, moduleNo, benchNo } = place;
  const { correctionId, oldHundredths, scoreHundredths, reason } = correction;
  const { correctionDocument, correctedBy, correctedAt } = correction;
  return [
    'gonglian score correction v1',
    correctionId,
    competitionId,
    tradeId,
    judgeId,
    moduleNo,
    benchNo,
    oldHundredths,
    scoreHundredths,
    JSON.stringify(reason),
    JSON.stringify(correctionDocument),
    JSON.stringify(correctedBy),
    correctedAt,
  ].join('\n');
}
