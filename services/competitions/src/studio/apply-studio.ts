import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, optionalFen, sha256 } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { takeStudioStep } from './studio.ts';
import { LEADER_HONOURS, type LeaderHonour } from './studio-policy.ts';
import { readWholeStudio } from './studio-whole.ts';

const MEMBERS_MAX = 200;
const person = { personName: text(50), idNumber: text(18) };

/** Refused STUDIO_LEADER_UNQUALIFIED; STUDIO_TOO_FEW, of different persons with the leader among them. */
export function decideApplication(
  { honour, people }: { honour: LeaderHonour; people: readonly string[] },
  { honours, least }: { honours: readonly LeaderHonour[]; least: number },
): void {
  if (!honours.includes(honour)) throw refused('STUDIO_LEADER_UNQUALIFIED', { honour });
  const counted = new Set(people).size;
  if (counted < least) throw refused('STUDIO_TOO_FEW', { counted, least });
}

/** The leader's honour is as stated, with the document it rests on. */
export const applyStudio = command({
  schema: z.strictObject({
    unionId: id,
    studioName: text(100),
    ...person,
    leaderHonour: code(LEADER_HONOURS),
    honourDocumentNo: text(100),
    honourSha256: sha256,
    room: text(200),
    budgetFen: optionalFen,
    members: z.array(z.strictObject(person)).max(MEMBERS_MAX, 'too_many'),
    appliedOn: date,
  }),
  permission: 'competitions.studio.apply',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Studio> {
    const { sql, own, now } = tx;
    const today = chinaDate(now);
    decideDay(ask.appliedOn, '', today);
    await requireLivingUnion(sql, ask.unionId);
    const people = await enterPeople({ sql, vault: own.vault, today }, [ask, ...ask.members]);
    decideApplication(
      { honour: ask.leaderHonour, people },
      {
        honours: competitionsPolicy('studio.leader_honours', ask.appliedOn),
        least: competitionsPolicy('studio.members_min', ask.appliedOn),
      },
    );
    const studioId = newId();
    await sql`
      insert into studio (id, union_id, name, leader_id, leader_honour, honour_document_no,
        honour_sha256, room, budget_fen, state_on, version)
      values (${studioId}, ${ask.unionId}, ${ask.studioName}, ${people[0]}, ${ask.leaderHonour},
        ${ask.honourDocumentNo}, ${ask.honourSha256}, ${ask.room}, ${ask.budgetFen},
        ${ask.appliedOn}, 0)`;
    await sql`
      insert into studio_member (studio_id, union_id, person_id)
      select ${studioId}, ${ask.unionId}, one from unnest(${[...new Set(people)]}::uuid[]) as one`;
    const opened = { studioId, unionId: ask.unionId, version: 0 };
    await takeStudioStep(tx, opened, { state: 'APPLIED', on: ask.appliedOn });
    return readWholeStudio(sql, own.vault, studioId);
  },
});
