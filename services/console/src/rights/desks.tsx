import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { queries } from '../queries.ts';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { openDesk } from './intake-acts.ts';
import { rightsQueries } from './rights-queries.ts';

/** Which desks take orders: this one and those directly below. Nothing can be given to a node that has not said so. */
export function Desks(): ReactElement {
  const { t } = useTranslation();
  const home = useQuery(queries.node()).data?.region;
  const nameOf = (node: string) =>
    node === home ? t('rights.homeNode', { region: node }) : t('rights.node', { region: node });
  return (
    <Section
      title={t('rights.view.desks')}
      note={t('rights.desksNote')}
      tools={<Acts acts={openDesk} record={null} />}
    >
      <Loaded query={useQuery(rightsQueries.desks())}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('rights.noDesks')}>{t('rights.noDesksNext')}</Empty>
          ) : (
            <RecordTable
              label={t('rights.view.desks')}
              items={items}
              idOf={({ node }) => node}
              name={{ label: t('rights.deskNode'), of: ({ node }) => nameOf(node) }}
              columns={[
                { label: t('rights.openedOn'), of: ({ openedOn }) => openedOn },
                { label: t('record.seats'), number: true, of: ({ seats }) => seats },
                { label: t('record.deskLawyers'), number: true, of: ({ lawyers }) => lawyers },
                { label: t('record.deskHandlers'), number: true, of: ({ handlers }) => handlers },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
