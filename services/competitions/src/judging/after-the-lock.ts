// What follows the lock of a contest, for its test: a correction, an appeal, the certificates of prizes.
import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { isSignedBy } from '@gonglian/proof/signing.ts';
import { expect } from 'vitest';
import { chair, clerk, refusedWith, step } from '../competition/scene.ts';
import type { Service } from '../scene.ts';
import { correctionText } from './correction-text.ts';

interface Scene {
  service: Service;
  /** Two units, and the member who is the first entrant of the first. */
  unit: string;
  other: string;
  memberId: string;
}

const at = (unionId: string) => ({ duty: 'clerk', scope: unionId, id: `of-${unionId}` }) as const;
export const judgingOf = ({ competitionId, trades }: Competition) => ({
  competitionId,
  tradeId: trades[0]?.tradeId ?? '',
});

/** The first judge's practical score of the tenth bench: from 91.? to the top, by a record that the node has signed. */
export async function correctOne({ service }: Scene, locked: Competition): Promise<void> {
  const { items: judges } = await service.call('listCompetitionJudges', locked, clerk);
  const judgeId = judges.find(({ accountId }) => accountId === 'judge-1')?.judgeId ?? '';
  const ask = {
    ...judgingOf(locked),
    judgeId,
    moduleNo: 2,
    benchNo: 10,
    scoreHundredths: 9_999,
    reason: '计分表抄录错误',
    correctionDocument: '裁判更正单第1号',
  };
  const correct = (over: object, caller: object = chair) =>
    service.call('correctScore', { ...ask, ...over }, caller);
  await expect(correct({}, clerk)).rejects.toThrow(expect.objectContaining({ kind: 'forbidden' }));
  await expect(correct({ benchNo: 99 })).rejects.toThrow(refusedWith('SCORE_UNKNOWN', 'not_found'));
  await expect(correct({ scoreHundredths: 9_060 })).rejects.toThrow(refusedWith('CORRECTION_SAME'));
  await expect(correct({}, { ...chair, id: 'judge-1' })).rejects.toThrow(
    refusedWith('CORRECTOR_IS_JUDGE'),
  );
  const corrected = await correct({});
  expect(corrected).toMatchObject({ oldHundredths: 9_060, correctedBy: 'chair-1' });
  const { publicKey } = service.served.running.own.signer;
  const text = Buffer.from(correctionText(ask, corrected));
  const signature = Buffer.from(corrected.signature, 'hex');
  expect(isSignedBy(publicKey, text, signature)).toBe(true);
  expect(isSignedBy(publicKey, Buffer.concat([text, Buffer.from('x')]), signature)).toBe(false);
  await expect(
    service.sql`update score_correction set score = 1 where competition_id = ${locked.competitionId}`,
  ).rejects.toThrow(/kept/);
  // Practical 90.60 … 91.00 had 90.80 in the middle; without 90.60 and with 99.99 it is 90.90.
  const { items } = await service.call('getStanding', judgingOf(locked), {
    duty: 'member',
    id: 'hall',
  });
  const tenth = items.find(({ benchNo }) => benchNo === 10);
  expect(tenth).toMatchObject({ totalHundredths: 9_087, practicalHundredths: 6_363 });
}

export async function appealOne({ service, unit, other }: Scene, open: Competition): Promise<void> {
  const { competitionId } = open;
  const find = { competitionId, tradeId: '', cursor: '', limit: 0 };
  const [entry] = (await service.call('listCompetitionEntries', find, at(unit))).items;
  const ask = { competitionId, entryId: entry?.entryId ?? '', grounds: '实操计时有误' };
  await expect(service.call('fileAppeal', ask, at(other))).rejects.toThrow(
    refusedWith('ENTRY_UNKNOWN', 'not_found'),
  );
  const appeal = await service.call('fileAppeal', ask, at(unit));
  expect(appeal).toMatchObject({ state: 'OPEN', unionId: unit });
  const appeals = (caller: object) => service.call('listCompetitionAppeals', open, caller);
  expect((await appeals(chair)).items).toEqual([appeal]);
  expect((await appeals(at(other))).items).toEqual([]);
  const publish = { ...step(open), toState: 'RESULT_PUBLISHED', appealHours: 0 };
  await expect(service.call('stepCompetition', publish, clerk)).rejects.toThrow(
    refusedWith('APPEAL_WINDOW_OPEN'),
  );
  await service.sql`
    update competition set appeal_until = now() where competition_id = ${competitionId}`;
  await expect(service.call('fileAppeal', ask, at(unit))).rejects.toThrow(
    refusedWith('APPEAL_WINDOW_CLOSED'),
  );
  await expect(service.call('stepCompetition', publish, clerk)).rejects.toThrow(
    refusedWith('APPEALS_OPEN'),
  );
  const answer = { appealId: appeal.appealId, upheld: false, answer: '复核录像，计时无误' };
  await expect(
    service.call('answerAppeal', answer, { ...chair, id: `of-${unit}` }),
  ).rejects.toThrow(refusedWith('APPELLANT_IS_ANSWERER'));
  expect(await service.call('answerAppeal', answer, chair)).toMatchObject({ state: 'REJECTED' });
  await expect(service.call('answerAppeal', answer, chair)).rejects.toThrow(
    refusedWith('APPEAL_ANSWERED'),
  );
}

/** Who won a prize has a certificate that verifies offline; he reads it himself, and his union. */
export async function certified(
  { service, unit, other, memberId }: Scene,
  done: Competition,
): Promise<void> {
  const list = { competitionId: done.competitionId, tradeId: '', cursor: '', limit: 0 };
  const results = (caller: object) => service.call('listCompetitionResults', list, caller);
  const { items } = await results(clerk);
  const numbers = items.map(({ certificateNo }) => certificateNo);
  const one = (n: number) => `${service.node}-CONTEST_PRIZE-2032-000${n}`;
  expect(numbers).toEqual([one(1), one(2), one(3), one(4), one(5), one(6), '', '', '', '']);
  // Who supervises or administers reads which unit won what, and no name.
  for (const duty of ['supervisor', 'admin'] as const)
    expect(
      new Set((await results({ duty, id: duty })).items.map((r) => r.personNameMasked)),
    ).toEqual(new Set(['']));
  const [first, last] = [items[0], items.at(-1)];
  const get = (entryId = '', caller: object = clerk) =>
    service.call('getPrizeCertificate', { entryId }, caller);
  const shown = await get(first?.entryId);
  const key = Buffer.from(shown.publicKey, 'hex');
  expect(readCertificate(key, shown.qrText)).toMatchObject({
    certificateNo: one(1),
    honourName: '合成县职工焊接技能竞赛 焊工 一等奖',
    grantedOn: first?.issuedOn,
  });
  expect(readCertificate(key, shown.qrText.replace('一等奖', '二等奖'))).toBeUndefined();
  await expect(get(last?.entryId)).rejects.toThrow(refusedWith('PRIZE_WITHOUT_CERTIFICATE'));
  const elsewhere = first?.unionId === unit ? other : unit;
  await expect(get(first?.entryId, at(elsewhere))).rejects.toThrow(
    refusedWith('ENTRY_UNKNOWN', 'not_found'),
  );
  const mine = await service.call(
    'listMyCompetitions',
    {},
    { duty: 'member', member: memberId, scope: unit },
  );
  const of = mine.items.find(({ competitionId }) => competitionId === done.competitionId);
  const listed = items.find(({ entryId }) => entryId === of?.entryId);
  expect(of).toMatchObject({
    tradeTitle: '焊工',
    competitionState: 'AWARDS_ISSUED',
    rank: listed?.rank,
    certificateNo: listed?.certificateNo,
  });
  expect(of?.qrText === '').toBe(of?.certificateNo === '');
  await expect(
    service.call('listMyCompetitions', {}, { duty: 'member', member: '', scope: unit }),
  ).rejects.toThrow(refusedWith('MEMBER_UNKNOWN', 'not_found'));
}
