import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { openClient } from '../node-api.ts';
import { recordContests } from './contests.ts';
import { declareHonours, recordHonours } from './honours.ts';
import { nameStudios, recordHazards, recordSuggestions, registerResults } from './innovation.ts';
import { holdLectures, holdSafetyCup, openLectureHalls, openPracticeStations } from './learning.ts';
import type { YearPlan } from './plan.ts';
import { seeded } from './random.ts';
import type { RecordDesk } from './record-desk.ts';
import { baseUnionRows, townshipsOf } from './unions.ts';
import { submitWorks } from './works.ts';

export interface Kept {
  contests: number;
  honours: number;
  lectures: number;
}

/** The year's competitions, honours, innovations and lectures, each by the command that a clerk has for it. */
export async function keepRecords(
  origin: string,
  plan: YearPlan,
  nodeNumber: number,
): Promise<Kept> {
  const { region } = plan;
  const random = seeded(`gonglian ${region}`);
  const townships = townshipsOf(region);
  const base = baseUnionRows(plan, townships, random);
  const desk: RecordDesk = {
    clerk: await openClient(region, origin, 'clerk'),
    chair: await openClient(region, origin, 'chair'),
    root: nodeRootUnionId(region),
    region,
    nodeNumber,
    townships,
    unions: base.filter(({ kind }) => kind === 'SINGLE_GRASSROOTS'),
    plan: plan.records,
    random,
  };
  const contests = await recordContests(desk);
  const honours = (await recordHonours(desk)) + (await declareHonours(desk));
  await nameStudios(desk);
  await registerResults(desk);
  await openLectureHalls(desk);
  await openPracticeStations(desk);
  await submitWorks(desk);
  const lectures = await holdLectures(desk);
  await holdSafetyCup(desk);
  await recordSuggestions(desk);
  await recordHazards(desk);
  return { contests, honours, lectures };
}
