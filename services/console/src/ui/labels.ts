// Words for codes. A code without a word is shown as it is, so that a new one is never hidden.
import { useTranslation } from 'react-i18next';
import type { Indicator, MemberCodes } from '../shapes.ts';

type Labels = (group: string, code: string) => string;

export function useLabels(): Labels {
  const { i18n } = useTranslation();
  return (group, code) => {
    if (code === '') return '–';
    const word: unknown = i18n.getResource(i18n.language, 'translation', `${group}.${code}`);
    return typeof word === 'string' ? word : code;
  };
}

/** `sex=female` as a word; unknown keys keep their name, so that no figure stands unlabelled. */
export function useDimsLabel(): (dims: string) => string {
  const label = useLabels();
  const { t } = useTranslation();
  return (dims) => {
    const pairs = readDims(dims).filter(([key]) => key !== 'part_of');
    if (pairs.length === 0) return t('rollup.total');
    return pairs.map(([key, value]) => worded(label, key, value)).join(' · ');
  };
}

function worded(label: Labels, key: string, value: string): string {
  const word = label(`dim.${key}`, value);
  return word === value ? `${label('dimKey', key)}: ${value}` : word;
}

export function readDims(dims: string): (readonly [string, string])[] {
  if (dims === '') return [];
  return dims.split(';').map((pair) => {
    const [key = '', value = ''] = pair.split('=');
    return [key, value] as const;
  });
}

export function useIndicatorName(): (indicator: Indicator | undefined, code: string) => string {
  const { i18n } = useTranslation();
  return (indicator, code) =>
    (i18n.language === 'en' ? indicator?.nameEn : indicator?.nameZh) || indicator?.nameZh || code;
}

/** The section of an industry code stands in its first letter (GB/T 4754). */
export function useIndustry(): (code: string) => string {
  const label = useLabels();
  return (code) => (code === '' ? '' : `${label('industry', code.slice(0, 1))} ${code}`);
}

/** The codes a member is counted by, in a reading order. */
export function useMemberCodes(): (codes: MemberCodes | null | undefined) => string[] {
  const label = useLabels();
  const { t } = useTranslation();
  return (codes) => {
    if (!codes) return [];
    const words = [
      codes.sex && label('dim.sex', codes.sex),
      codes.ageBand && label('dim.age_band', codes.ageBand),
      codes.employmentForm && label('dim.employment_form', codes.employmentForm),
      codes.workerGroup && label('dim.worker_group', codes.workerGroup),
      codes.migrantWorker && t('members.migrant'),
      ...(codes.newForms ?? []).map((form) => label('dim.new_form', form)),
    ];
    return words.filter((word): word is string => typeof word === 'string' && word !== '');
  };
}
