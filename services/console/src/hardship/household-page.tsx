import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { keyed } from '../acts/act.ts';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client, randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { hardshipQueries } from './hardship-queries.ts';
import { HouseholdHead } from './household-head.tsx';
import { declarationOf, emptyHousehold, type HouseholdForm } from './household-form.ts';
import { HouseholdMeans } from './household-means.tsx';
import { HouseholdPeople } from './household-people.tsx';

/** A file is opened for a worker; with a file’s id its household is declared anew. */
export function HouseholdPage({ fileId }: { fileId: string }): ReactElement {
  const query = useQuery({ ...hardshipQueries.file(fileId), enabled: fileId !== '' });
  if (fileId === '') return <Form fileId="" version={0} />;
  return (
    <Loaded query={query} lines={10}>
      {({ version }) => <Form fileId={fileId} version={version} />}
    </Loaded>
  );
}

interface Props {
  fileId: string;
  version: number;
}

function Form({ fileId, version }: Props): ReactElement {
  const { t } = useTranslation();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const [form, setForm] = useState<HouseholdForm>(() => emptyHousehold(scope, today()));
  // Until something else is typed, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const write = useWrite(fileId, version);
  const change = (part: Partial<HouseholdForm>): void => {
    setForm({ ...form, ...part });
    setKey(randomKey());
  };
  return (
    <Page
      title={t(fileId === '' ? 'household.open' : 'household.declareAnew')}
      lead={t('household.formLead')}
      above={
        <Link to={fileId === '' ? '/hardship' : `/hardship/${fileId}`} className="payment-back">
          <Icon name="back" />
          {t('households.title')}
        </Link>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate({ form, key });
        }}
      >
        {fileId === '' && <HouseholdHead form={form} onChange={change} />}
        <HouseholdPeople form={form} onChange={change} />
        <HouseholdMeans form={form} onChange={change} />
        {write.error && <ProblemPanel problem={write.error} />}
        <div className="payment-bar">
          <p className="payment-next">{t('household.formNext')}</p>
          <div className="payment-buttons">
            <button type="submit" className="button button-main" disabled={write.isPending}>
              {t('household.save')}
            </button>
          </div>
        </div>
      </form>
    </Page>
  );
}

function useWrite(fileId: string, version: number) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ form, key }: { form: HouseholdForm; key: string }) => {
      const headers = keyed(key);
      const declared = declarationOf(form);
      if (fileId !== '') {
        const params = { path: { fileId } };
        const body = { ...declared, expectedVersion: version };
        return answer(client.POST('/hardship-files/{fileId}/household', { params, headers, body }));
      }
      const { unionId, workerKind, labourSince, consentedOn } = form;
      const body = { ...declared, unionId, workerKind, labourSince, consentedOn };
      return answer(client.POST('/hardship-files', { headers, body }));
    },
    onSuccess: async ({ fileId: written }) => {
      await cache.invalidateQueries({ queryKey: RECORDS });
      await navigate(`/hardship/${written}`);
    },
  });
}
