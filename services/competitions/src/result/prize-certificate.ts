// Whoever won a prize is given a certificate that the node signs, as it signs those of honours.
import { writeCertificate } from '@gonglian/proof/certificate.ts';
import type { CompetitionRow } from '../competition/competition.ts';
import { openName } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { Prize } from './prizes.ts';

/** Numbers are of a series of their own beside those of honours. */
const SERIES = 'CONTEST_PRIZE';
const PRIZE_WORDS: Record<Exclude<Prize, ''>, string> = {
  FIRST: '一等奖',
  SECOND: '二等奖',
  THIRD: '三等奖',
};

/** Where the text of one is sealed. */
export const prizeCertificatePlace = (entryId: string) => `competition.certificate.${entryId}`;

export interface IssuedCertificate {
  entryId: string;
  certificateNo: string;
  issuedOn: string;
  /** As it was signed. */
  text: string;
}

interface Winner {
  entryId: string;
  prize: Exclude<Prize, ''>;
  tradeTitle: string;
  personId: string | null;
  sealed: Buffer | null;
  unionName: string;
}

/** One for each prize that has none, the best of each trade first. */
export async function issueCertificates(
  { sql, own, node }: Pick<Tx, 'sql' | 'own' | 'node'>,
  competition: CompetitionRow,
  issuedOn: string,
): Promise<IssuedCertificate[]> {
  const winners = await findWinners(sql, competition.competitionId);
  if (winners.length === 0) return [];
  const { level, season, name, basisDocument: documentNo } = competition;
  const first = await takeNumbers(sql, level, season, winners.length);
  const issued = winners.map((one, n) => {
    const number = String(first + n).padStart(4, '0');
    const certificateNo = `${node}-${SERIES}-${String(season)}-${number}`;
    const holderName =
      one.personId && one.sealed ? openName(own.vault, one.personId, one.sealed) : one.unionName;
    const honourName = [name, one.tradeTitle, PRIZE_WORDS[one.prize]].filter(Boolean).join(' ');
    const said = { honourName, honourCode: `${SERIES}_${one.prize}`, level, grantedOn: issuedOn };
    const text = writeCertificate(
      { ...said, node, certificateNo, holderName, documentNo },
      own.signer,
    );
    return { entryId: one.entryId, certificateNo, issuedOn, text };
  });
  await sql`
    update competition_result as r set certificate_no = n.no, certificate_sealed = n.sealed
    from unnest(${issued.map(({ entryId }) => entryId)}::uuid[],
      ${issued.map(({ certificateNo }) => certificateNo)}::text[],
      ${issued.map(({ entryId, text }) => own.vault.seal(text, prizeCertificatePlace(entryId)))}::bytea[])
      as n(id, no, sealed)
    where r.entry_id = n.id`;
  return issued;
}

function findWinners(sql: Sql, competitionId: string): Promise<Winner[]> {
  return sql<Winner>`
    select r.entry_id as "entryId", r.prize, coalesce(t.title, '') as "tradeTitle",
      e.person_id as "personId", p.name_sealed as sealed, coalesce(u.name, '') as "unionName"
    from competition_result as r join competition_entry as e using (entry_id)
    left join competition_trade as t on t.trade_id = r.trade_id
    left join person as p on p.person_id = e.person_id
    left join known_union as u on u.union_id = r.union_id
    where r.competition_id = ${competitionId} and r.prize <> '' and r.certificate_no = ''
    order by t.seq, r.rank, r.entry_id`;
}

/** The first of as many; without a hole, since the row is locked until they are given. */
async function takeNumbers(sql: Sql, level: string, year: number, count: number): Promise<number> {
  const [row] = await sql<{ last: number }>`
    insert into honour_number as n (honour_code, level, grant_year, last_no)
    values (${SERIES}, ${level}, ${year}, ${count})
    on conflict (honour_code, level, grant_year) do update set last_no = n.last_no + ${count}
    returning last_no as last`;
  return (row?.last ?? count) - count + 1;
}
