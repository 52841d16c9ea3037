import { inParallel } from '../node-api.ts';
import { dayOf, numbers, somebody, unionFor, type RecordDesk } from './record-desk.ts';
import type { WorksPlan } from './records-plan.ts';

interface Work {
  workId: string;
  version: number;
}

const CAMPAIGNS: Readonly<Record<string, string>> = {
  READING_ESSAY: '职工读书征文',
  ESSAY: '劳动最光荣征文',
  SHORT_VIDEO: '身边的劳动者短视频征集',
};
const TITLES = ['灯下的机床手册', '夜班归来', '师傅的工具箱', '车间里的春天', '一页一页往前走'];

/** What was sent in for the year's calls, and the prizes that the city gave. */
export async function submitWorks(desk: RecordDesk): Promise<number> {
  const works = desk.plan.works.flatMap((plan, at) =>
    numbers(plan.submitted).map((n) => ({ plan, at, n, prize: prizeOf(plan, n) })),
  );
  await inParallel(works, 4, async ({ plan: { workKind, submitted }, at, n, prize }) => {
    const key = `work ${at} ${n}`;
    const { workId, version } = await desk.clerk.post<Work>('/works', key, {
      unionId: unionFor(desk, 1_500 + at * 200 + n).unionId,
      ...somebody(desk, 3_000 + at * 200 + n),
      workKind,
      campaign: CAMPAIGNS[workKind] ?? '',
      title: TITLES[n % TITLES.length] ?? '',
      submittedOn: dayOf(n, submitted, '2020-04-23', 60),
    });
    if (prize === undefined) return;
    await desk.clerk.post(`/works/${workId}/honours`, `${key} prize`, {
      expectedVersion: version,
      level: 'CITY',
      prize,
      documentNo: '市总工发〔2020〕52号',
      honouredOn: '2020-10-20',
    });
  });
  return works.length;
}

/** The first of them have the prizes, the best first. */
function prizeOf({ prizes }: WorksPlan, n: number): string | undefined {
  return prizes.flatMap(({ prize, count }) => numbers(count).map(() => prize))[n];
}
