// What the tests of mediation and legal aid share: days, desks, employers, and who is on the roster.
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { usccCheckChar } from '@gonglian/kernel/uscc.ts';
import type { Service } from '../scene.ts';

const today = chinaDate(new Date());
export const ago = (days: number) => addDays(today, -days);
export const desk = { duty: 'clerk', id: 'first' } as const;
export const second = { duty: 'clerk', id: 'second' } as const;

const uscc = (body: string) => body + usccCheckChar(body);
export const EMPLOYER = uscc('91320000MA1ABCDE1');
export const OTHER = uscc('91320000MA1ABCDE2');

export const appoint = (service: Service, unionId: string, over: object = {}) =>
  service.call(
    'appointProfessional',
    {
      unionId,
      professionalName: '赵律师',
      profession: 'LAWYER',
      firmName: '合成律师事务所',
      licenceNo: '',
      appointedOn: ago(400),
      clientUsccs: [],
      dutyWeekdays: [1, 3],
      ...over,
    },
    desk,
  );
