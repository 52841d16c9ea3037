import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { prefer, usePreferences } from '../preferences.ts';
import { Icon } from '../ui/icons.tsx';

/** Language and type size, for whoever is there, logged in or not. */
export function ScreenChoices(): ReactElement {
  const { t } = useTranslation();
  const { language, largeType } = usePreferences();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <button
        type="button"
        className="header-button"
        lang={other}
        onClick={() => prefer({ language: other })}
      >
        <Icon name="language" />
        <span>{t('app.otherLanguage')}</span>
      </button>
      <button
        type="button"
        className="header-button"
        aria-pressed={largeType}
        onClick={() => prefer({ largeType: !largeType })}
      >
        <Icon name="type" />
        <span>{t('app.largeType')}</span>
      </button>
    </>
  );
}
