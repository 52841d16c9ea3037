import { recordContests } from './contests.ts';
import { declareHonours, recordHonours } from './honours.ts';
import { nameStudios, recordHazards, recordSuggestions, registerResults } from './innovation.ts';
import { holdLectures, holdSafetyCup, openLectureHalls, openPracticeStations } from './learning.ts';
import type { YearPlan } from './plan.ts';
import { openCountyDesk, type RecordDesk } from './record-desk.ts';
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
  const desk: RecordDesk = {
    ...(await openCountyDesk(origin, plan, nodeNumber)),
    plan: plan.records,
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
