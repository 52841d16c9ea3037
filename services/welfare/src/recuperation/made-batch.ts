// Made-up people and batches, for tests.
import { clerkOf, HASH, LI } from '@gonglian/testing/people-scene.ts';
import type { Service } from '../scene.ts';

export const ZHANG = { personName: '张三', idNumber: '11010519491231002X' };
export const ZHAO = { personName: '赵国强', idNumber: '329999199003072013' };
export const ZHOU = { personName: '周晓岚', idNumber: '32999919851120302X' };
export const named = (person: typeof LI, targetGroup: string, memberId = '') => ({
  ...person,
  targetGroup,
  memberId,
});

export const madeBaseOf = (unionId: string) => ({
  unionId,
  baseName: '合成湖职工疗休养院',
  baseLevel: 'CITY',
  regionCode: '329999',
  address: '合成湖路 1 号',
  capacity: 60,
  accreditedOn: '2020-01-10',
  // Booking is of the day on which the test runs.
  expiresOn: '2099-12-31',
  documentNo: '合工发〔2020〕2号',
});

const batchOfOne = (unionId: string, below: string, baseId: string) => ({
  unionId,
  baseId,
  title: '一线职工疗休养',
  crossProvince: true,
  travelsFrom: '2020-06-01',
  travelsTo: '2099-12-31',
  days: 5,
  dailyFen: 40_000n,
  quotaDocumentNo: '职代会〔2020〕1号',
  issuedOn: '2020-05-06',
  quotas: [{ unionId: below, places: 1 }],
});

/** Groups of a batch that is approved, and whoever was chosen books his place. */
async function leave({ call }: Service, batchId: string, below: string) {
  const { version, unionId } = await call('getRecuperationBatch', { batchId });
  const grouped = await call('groupRecuperationBatch', {
    batchId,
    expectedVersion: version,
    groupedOn: '2020-05-20',
    bookingClosesOn: '2099-06-01',
    insuranceNo: 'BX-1',
    agencyContractNo: 'HT-1',
    groups: [{ groupName: '第一组', travelsFrom: '2099-06-08', places: 3 }],
  });
  const offerId = grouped.groups[0]?.offerId ?? '';
  const nomineeId = grouped.nominees[0]?.nomineeId ?? '';
  await call('bookPlace', { unionId, offerId, nomineeId }, clerkOf(below));
}

let bases = 0;
/** A batch of one worker of a union below, from its quota until its invoice is shared out. */
export async function settledBatch(
  { service, root, below }: { service: Service; root: string; below: string },
  { person, unionFen }: { person: typeof LI; unionFen: bigint },
): Promise<string> {
  const { call } = service;
  bases += 1;
  const base = { ...madeBaseOf(root), baseName: `合成湖第${bases}疗休养院` };
  const { baseId } = await call('accreditRecuperationBase', base);
  const { batchId } = await call('openRecuperationBatch', batchOfOne(root, below, baseId));
  const at = async () => ({
    batchId,
    expectedVersion: (await call('getRecuperationBatch', { batchId })).version,
  });
  const nominated = { unionId: below, people: [named(person, 'OTHER')], nominatedOn: '2020-05-08' };
  await call('nominateForRecuperation', { batchId, ...nominated }, clerkOf(below));
  const shown = { channels: ['BOARD'], contactOffice: '保障工作部', contactPhone: '12351' };
  const publication = { ...shown, publishedOn: '2020-05-11' };
  await call('publishRecuperationList', { ...(await at()), ...publication });
  const approval = { approve: true, documentNo: '合工发〔2020〕9号', reason: '' };
  const approved = { ...(await at()), ...approval, approvedOn: '2020-05-19' };
  await call('approveRecuperationBatch', approved, { duty: 'chair', id: 'chair-1' });
  await leave(service, batchId, below);
  const back = { returnedOn: '2020-06-12', absentNomineeIds: [], signInSha256: HASH };
  await call('recordRecuperationTravel', { ...(await at()), ...back });
  const invoice = { settledOn: '2020-06-30', invoiceNo: `FP-${batchId}`, invoiceSha256: HASH };
  const shares = { welfareFen: 100_000n, unionFen, workerFen: 0n };
  await call('settleRecuperationBatch', { ...(await at()), ...invoice, ...shares });
  return batchId;
}
