import { addDays } from '@gonglian/kernel/dates.ts';
import { inParallel } from '../node-api.ts';
import { dayOf, numbers, sha256, somebody, unionFor, type RecordDesk } from './record-desk.ts';

interface Versioned {
  version: number;
}
interface Studio extends Versioned {
  studioId: string;
}
interface Result extends Versioned {
  resultId: string;
}

const ROWS_PER_CALL = 250;
const IDEAS = [
  '夹具改为快换式',
  '错峰用电安排',
  '包装线减少一次搬运',
  '样板间共享台账',
  '更衣室增设烘干柜',
];
const DANGERS = ['配电箱门未关', '通道堆放物料', '灭火器过期', '防护罩松动', '脚手架缺护栏'];
const WORKS = ['快换刀架', '染色余热回收', '线缆自动排线', '模具冷却水路', '焊缝跟踪装置'];

/** Each from its application to its naming, step by step. */
export async function nameStudios(desk: RecordDesk): Promise<number> {
  const { clerk, chair, plan } = desk;
  await inParallel(numbers(plan.studios), 3, async (n) => {
    const { unionId } = unionFor(desk, 400 + n * 7);
    const leader = somebody(desk, 5_000 + n);
    let studio = await clerk.post<Studio>('/studios', `studio ${n}`, {
      unionId,
      studioName: `${leader.personName}劳模创新工作室`,
      ...leader,
      leaderHonour: 'CITY_MODEL_WORKER',
      honourDocumentNo: `市政发〔2016〕${n + 1}号`,
      honourSha256: sha256(`studio ${n} honour`),
      room: '二号楼三层',
      budgetFen: '3000000',
      members: numbers(5).map((at) => somebody(desk, 6_000 + n * 10 + at)),
      appliedOn: '2020-03-02',
    });
    const step = async (by: 'clerk' | 'chair', place: string, name: string, body: object) => {
      const ask = { ...body, expectedVersion: studio.version };
      const path = `/studios/${studio.studioId}/${place}`;
      studio = await { clerk, chair }[by].post<Studio>(path, `studio ${n} ${name}`, ask);
    };
    const decide = (to: string, stepOn: string) =>
      step('clerk', 'decision', to, {
        step: to,
        stepOn,
        note: '符合条件',
        evidenceSha256: [sha256(`studio ${n} ${to}`)],
      });
    await step('chair', 'check', 'check', { passed: true, stepOn: '2020-03-09', note: '属实' });
    await decide('COUNTY_REVIEW', '2020-03-23');
    await decide('SITE_CHECK', '2020-04-07');
    await decide('PUBLICITY', '2020-04-13');
    const named = { level: 'COUNTY', namedOn: '2020-04-29', documentNo: '工发〔2020〕26号' };
    await step('clerk', 'namings', 'naming', named);
  });
  return plan.studios;
}

/** Entered in the library, declared for the award of a level; some have it. */
export async function registerResults(desk: RecordDesk): Promise<number> {
  const results = desk.plan.results.flatMap(({ level, declared, honoured }) =>
    numbers(declared).map((n) => ({ level, n, honoured: n < honoured })),
  );
  await inParallel(results, 4, async ({ level, n, honoured }) => {
    const key = `result ${level} ${n}`;
    let result = await desk.clerk.post<Result>('/innovation-results', key, {
      unionId: unionFor(desk, 600 + n * 13).unionId,
      resultKind: ['INVENTION', 'REFORM', 'CREATION'][n % 3],
      title: `${WORKS[n % WORKS.length] ?? ''}改进`,
      authors: [somebody(desk, 7_000 + n)],
      beforeText: '人工调整，费时且次品多',
      afterText: '一次装夹完成，次品率下降',
      benefitFen: String(8_000_000 + n * 650_000),
      evidenceSha256: [sha256(key)],
      registeredOn: dayOf(n, 8, '2020-03-10', 120),
    });
    const step = async (place: string, body: object) => {
      const { resultId, version: expectedVersion } = result;
      const ask = { ...body, level, expectedVersion };
      const path = `/innovation-results/${resultId}/${place}`;
      result = await desk.clerk.post<Result>(path, `${key} ${place}`, ask);
    };
    await step('declarations', { declaredOn: '2020-08-10' });
    if (!honoured) return;
    await step('evaluations', { score: 9_240, evaluatedOn: '2020-10-12' });
    const award = { award: '十大专利入围', awardDocumentNo: '总工发〔2020〕77号' };
    await step('awards', { ...award, decidedOn: '2020-12-03' });
  });
  return results.length;
}

/** Of the year's list, all answered. */
export async function recordSuggestions(desk: RecordDesk): Promise<number> {
  const { suggestions } = desk.plan;
  const rows = numbers(suggestions).map((n) => {
    const submittedOn = dayOf(n, suggestions);
    return {
      unionId: unionFor(desk, 800 + n * 3).unionId,
      ...somebody(desk, 8_000 + n),
      title: IDEAS[n % IDEAS.length] ?? '',
      content: `${IDEAS[n % IDEAS.length] ?? ''}，可以减少等待和返工。`,
      submittedOn,
      adopted: n % 4 !== 3,
      answer: n % 4 === 3 ? '条件暂不具备，列入后续改造' : '采纳，由车间实施',
      answeredOn: addDays(submittedOn, 12),
    };
  });
  await inBatches(desk, '/past-suggestions', 'suggestions', rows);
  return rows.length;
}

/** Of the year's list, all closed. They come last: whoever sees them has all that came before. */
export async function recordHazards(desk: RecordDesk): Promise<number> {
  const { hazards } = desk.plan;
  const rows = numbers(hazards).map((n) => {
    const reportedOn = dayOf(n, hazards);
    return {
      unionId: desk.root,
      ...somebody(desk, 9_000 + n),
      place: `${(n % 6) + 1}号厂房`,
      content: DANGERS[n % DANGERS.length] ?? '',
      photoSha256: sha256(`hazard ${n}`),
      reportedOn,
      employerUnionId: unionFor(desk, 900 + n).unionId,
      fixed: true,
      outcome: '已整改并复查',
      closedOn: addDays(reportedOn, 3),
    };
  });
  await inBatches(desk, '/past-hazard-reports', 'hazards', rows);
  return rows.length;
}

async function inBatches(
  { clerk }: RecordDesk,
  path: string,
  key: string,
  rows: readonly object[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_CALL)
    await clerk.post(path, `${key} ${at}`, { rows: rows.slice(at, at + ROWS_PER_CALL) });
}
