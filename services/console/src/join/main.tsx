import { StrictMode, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { preferences, usePreferences } from '../preferences.ts';
import '../styles/base.css';
import './join.css';
import { JoinPage } from './join-page.tsx';
import { loadWords, SpokenIn } from './words.ts';

const first = await loadWords(preferences().language);

/** The last part of the address, whole; an address that cannot be read holds no token. */
const token = location.pathname.split('/').at(-1) ?? '';
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Applicant />
    </StrictMode>,
  );
}

function Applicant(): ReactElement {
  const { language, largeType } = usePreferences();
  const [say, setSay] = useState(() => first);
  useEffect(() => {
    void loadWords(language).then((words) => {
      document.documentElement.lang = language;
      setSay(() => words);
    });
  }, [language]);
  useEffect(() => {
    document.documentElement.classList.toggle('large-type', largeType);
  }, [largeType]);
  return (
    <SpokenIn value={say}>
      <JoinPage token={token} />
    </SpokenIn>
  );
}
