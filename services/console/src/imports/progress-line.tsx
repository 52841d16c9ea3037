import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { percentOf } from './import-state.ts';

interface Props {
  /** What is going on. */
  label: string;
  done: number;
  /** 0: not known. */
  all: number;
  /** How far it is, in words. */
  words: string;
}

const saidEvery = 10;

/** Seen as it moves; said aloud every ten per cent, so that a screen reader has time for anything else. */
export function ProgressLine({ label, done, all, words }: Props): ReactElement {
  const { t } = useTranslation();
  const percent = percentOf(done, all);
  const said = percent === undefined ? undefined : Math.floor(percent / saidEvery) * saidEvery;
  return (
    <div className="running">
      <progress
        aria-label={label}
        {...(percent === undefined ? {} : { value: percent, max: 100 })}
      />
      <p className="note">
        {label} {words}
      </p>
      <p className="hidden" role="status">
        {said === undefined ? label : `${label} ${t('imports.percent', { percent: said })}`}
      </p>
    </div>
  );
}
