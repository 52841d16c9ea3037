import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import { Chip } from '../ui/chips.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

const mySessions = queryOptions({
  queryKey: ['my-sessions'],
  queryFn: async () => (await answer(client.GET('/me/sessions'))).items,
});

/** Where one is logged in, and an end to what one does not know. */
export default function SessionsPage(): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const query = useQuery(mySessions);
  const session = useQuery(queries.session());
  const end = useMutation({
    mutationFn: (sessionId: string) => {
      const params = { path: { sessionId } };
      return answer(client.POST('/me/sessions/{sessionId}/end', { params, body: {} }));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: mySessions.queryKey }),
  });
  return (
    <Page title={t('sessions.title')} lead={t('sessions.lead')}>
      {end.error && <ProblemPanel problem={end.error} />}
      <Loaded query={query} lines={4}>
        {(sessions) =>
          sessions.length === 0 ? (
            <Empty title={t('sessions.none')} />
          ) : (
            <TableFrame label={t('sessions.title')} className="table-cards">
              <thead>
                <tr>
                  <th scope="col">{t('sessions.opened')}</th>
                  <th scope="col">{t('sessions.expires')}</th>
                  <th scope="col">{t('sessions.state')}</th>
                  <th scope="col">{t('sessions.end')}</th>
                </tr>
              </thead>
              <tbody>
                {sessions.map(({ sessionId, openedAt, expiresAt }) => {
                  const here = sessionId === session.data?.sessionId;
                  return (
                    <tr key={sessionId}>
                      <th scope="row">{moment(openedAt)}</th>
                      <td className="date" data-label={t('sessions.expires')}>
                        {moment(expiresAt)}
                      </td>
                      <td>
                        <Chip tone="good" icon="check">
                          {here ? t('sessions.this') : t('sessions.live')}
                        </Chip>
                      </td>
                      <td>
                        {here ? (
                          <span className="quiet">{t('sessions.endThis')}</span>
                        ) : (
                          <button
                            type="button"
                            className="button"
                            disabled={end.isPending}
                            onClick={() => end.mutate(sessionId)}
                          >
                            {t('sessions.end')}
                            <span className="hidden"> {moment(openedAt)}</span>
                          </button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </TableFrame>
          )
        }
      </Loaded>
    </Page>
  );
}
