import type { ReactElement } from 'react';
import { useWords } from './words.ts';
import { prefer, usePreferences } from '../preferences.ts';

/** Language and type size, first on the page: whoever needs them needs them to read the rest. */
export function ScreenBar(): ReactElement {
  const t = useWords();
  const { language, largeType } = usePreferences();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="join-bar">
      <img src="/mark.svg" alt="" width="28" height="28" />
      <span className="join-bar-name">{t('barName')}</span>
      <button type="button" lang={other} onClick={() => prefer({ language: other })}>
        {t('otherLanguage')}
      </button>
      <button
        type="button"
        aria-pressed={largeType}
        onClick={() => prefer({ largeType: !largeType })}
      >
        {t('largeType')}
      </button>
    </header>
  );
}
