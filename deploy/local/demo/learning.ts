import { inParallel } from '../node-api.ts';
import { shares } from './random.ts';
import { dayOf, numbers, somebody, unionFor, type RecordDesk } from './record-desk.ts';

interface Lecturer {
  lecturerId: string;
}
interface CupEntry {
  safetyCupEntryId: string;
  version: number;
}

const TOPICS = ['民法典与职工', '安全生产', '疫情防控', '劳模精神', '职工心理健康'];
const LECTURERS_PER_SERIES = 3;

/** Where there was none before, by the county's document. */
export function openLectureHalls(desk: RecordDesk): Promise<number> {
  return designate(desk, desk.plan.lectureHalls, {
    kind: 'LECTURE_HALL',
    key: 'lecture hall',
    from: 1_200,
    title: '职工大讲堂',
    documentNo: '工发〔2020〕15号',
  });
}

/** Units that try out what a practice station is. */
export function openPracticeStations(desk: RecordDesk): Promise<number> {
  return designate(desk, desk.plan.practiceStations, {
    kind: 'PRACTICE_STATION',
    key: 'practice station',
    from: 1_300,
    title: '新时代文明实践站',
    documentNo: '工发〔2020〕31号',
  });
}

async function designate(
  desk: RecordDesk,
  count: number,
  named: { kind: string; key: string; from: number; title: string; documentNo: string },
): Promise<number> {
  await inParallel(numbers(count), 4, async (n) => {
    const { unionId, name } = unionFor(desk, named.from + n);
    await desk.clerk.post('/designations', `${named.key} ${n}`, {
      unionId,
      designationKind: named.kind,
      level: 'COUNTY',
      title: `${name}${named.title}`.slice(0, 100),
      documentNo: named.documentNo,
      designatedOn: dayOf(n, count, '2020-03-16', 240),
      programmeId: '',
    });
  });
  return count;
}

/** Each series by lecturers of its own, in one place after the other. */
export async function holdLectures(desk: RecordDesk): Promise<number> {
  const { clerk, plan, root, townships, random } = desk;
  const counts = plan.lectures.map(({ sessions }) => sessions);
  for (const [at, { series, sessions, hearers }] of plan.lectures.entries()) {
    const lecturers: string[] = [];
    for (const n of numbers(LECTURERS_PER_SERIES)) {
      const { lecturerId } = await clerk.post<Lecturer>('/lecturers', `lecturer ${at} ${n}`, {
        unionId: root,
        ...somebody(desk, 4_000 + at * 10 + n),
        lecturerKind: ['VOLUNTEER_PROFESSOR', 'MODEL_WORKER', 'EXPERT'][n] ?? '',
        subject: TOPICS[n] ?? '',
        appointedOn: '2020-01-08',
      });
      lecturers.push(lecturerId);
    }
    const came = shares(hearers, sessions, random);
    await inParallel(numbers(sessions), 4, async (n) => {
      const town = townships[n % Math.max(1, townships.length)];
      await clerk.post('/lectures', `lecture ${at} ${n}`, {
        unionId: town?.unionId ?? root,
        lecturerId: lecturers[n % LECTURERS_PER_SERIES] ?? '',
        series,
        topic: TOPICS[n % TOPICS.length] ?? '',
        place: `${town?.name ?? ''}职工大讲堂`,
        heldOn: dayOf(n, sessions),
        attendance: came[n] ?? 0,
      });
    });
  }
  return counts.reduce((sum, sessions) => sum + sessions, 0);
}

/** The quiz of the year's safety cup, answered through the townships. */
export async function holdSafetyCup(desk: RecordDesk): Promise<number> {
  const { clerk, plan, townships, random } = desk;
  if (plan.safetyParticipants === 0) return 0;
  const entered = townships.slice(0, plan.safetyParticipants);
  const answered = shares(plan.safetyParticipants, entered.length, random);
  await inParallel([...entered.entries()], 4, async ([n, { unionId }]) => {
    const participants = answered[n] ?? 0;
    const { safetyCupEntryId, version } = await clerk.post<CupEntry>(
      '/safety-cup-entries',
      `safety cup ${n}`,
      { unionId, year: 2020, workerCount: participants, enteredOn: '2020-04-15' },
    );
    await clerk.post(`/safety-cup-entries/${safetyCupEntryId}/activities`, `safety quiz ${n}`, {
      expectedVersion: version,
      activityKind: 'CONTEST',
      heldOn: '2020-06-18',
      participants,
      note: '安全生产网上知识答题',
    });
  });
  return entered.length;
}
