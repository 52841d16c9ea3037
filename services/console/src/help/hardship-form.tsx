import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { useUrl } from '../url.ts';
import { Page, Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useValues } from '../ui/use-values.ts';
import { CauseFields } from './cause-fields.tsx';
import { Consent } from './consent.tsx';
import { HELP } from './help-queries.ts';
import { applicationOf, declarationOf, emptyHousehold, INCOMES, RIGID } from './household.ts';
import type { Household } from './household.ts';
import { MoneyLines } from './money-lines.tsx';
import { Relatives } from './relatives.tsx';
import { WorkerFields } from './worker-fields.tsx';

/** What a household has and needs, said by the worker himself: kept in the page until it is sent, and nowhere else. */
export function HardshipForm(): ReactElement {
  const { t } = useTranslation();
  const { values, change, key } = useValues<Household>(emptyHousehold);
  const act = useSending(values, key);
  const form = { values, change };
  return (
    <Page
      title={t('myHelp.hardship.title')}
      lead={t('myHelp.hardship.lead')}
      above={<Link to="/help">{t('myHelp.back')}</Link>}
    >
      <form
        className="help"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <Section title={t('myHelp.hardship.worker')}>
          <WorkerFields {...form} />
        </Section>
        <Section title={t('myHelp.hardship.household')} note={t('myHelp.hardship.householdNote')}>
          <Relatives people={values.relatives} onPeople={(relatives) => change({ relatives })} />
        </Section>
        <Section title={t('myHelp.hardship.incomes')}>
          <MoneyLines
            of="income"
            kinds={INCOMES}
            lines={values.incomes}
            onLines={(incomes) => change({ incomes })}
          />
        </Section>
        <Section title={t('myHelp.hardship.rigid')} note={t('myHelp.hardship.rigidNote')}>
          <MoneyLines
            of="rigid"
            kinds={RIGID}
            lines={values.rigid}
            onLines={(rigid) => change({ rigid })}
          />
        </Section>
        <Section title={t('myHelp.hardship.cause')}>
          <CauseFields {...form} />
        </Section>
        <Section title={t('myHelp.hardship.consent')}>
          <Consent {...form} />
        </Section>
        {act.error && <ProblemPanel problem={act.error} />}
        <button type="submit" className="button button-main" disabled={act.isPending}>
          {t('myHelp.hardship.send')}
        </button>
      </form>
    </Page>
  );
}

/** A new application, or what is to be said anew of one that came back. */
function useSending(values: Household, key: string) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [read] = useUrl();
  const fileId = read('file');
  const expectedVersion = Number(read('version'));
  return useMutation({
    mutationFn: () => {
      const headers = keyed(key);
      if (fileId === '')
        return answer(client.POST('/hardship-files', { headers, body: applicationOf(values) }));
      const body = { ...declarationOf(values), expectedVersion };
      const params = { path: { fileId } };
      return answer(client.POST('/hardship-files/{fileId}/household', { params, headers, body }));
    },
    async onSuccess() {
      await cache.invalidateQueries({ queryKey: HELP });
      await navigate('/help');
    },
  });
}
