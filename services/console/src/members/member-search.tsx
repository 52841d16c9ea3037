import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import type { useSearch } from './use-search.ts';
import { isNumber } from './use-search.ts';

/** One box for all that one may know of somebody. */
export function MemberSearch({ search }: { search: ReturnType<typeof useSearch> }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(search.text);
  return (
    <form
      className="member-search"
      role="search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const text = typed.trim();
        if (text === '') search.clear();
        else search.find(text);
        if (isNumber(text)) setTyped('');
      }}
    >
      <label htmlFor="member-search">{t('members.search')}</label>
      <span className="joined">
        <input
          id="member-search"
          type="search"
          className="input"
          value={typed}
          maxLength={80}
          aria-describedby="member-search-note"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button button-main">
          <Icon name="search" />
          {t('action.search')}
        </button>
        {search.isOn && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setTyped('');
              search.clear();
            }}
          >
            {t('members.clearSearch')}
          </button>
        )}
      </span>
      <p id="member-search-note" className="note">
        {t('members.searchNote')}
      </p>
    </form>
  );
}
