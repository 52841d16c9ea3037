// Made-up people and batches, for tests.
import { LI } from '@gonglian/testing/people-scene.ts';

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
