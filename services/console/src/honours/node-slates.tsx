import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { HonourCategory, HonourNodeSlate, HonourRound } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { HONOURS } from './honour-queries.ts';
import { useDesk } from './use-honours.ts';

const TONES: Readonly<Record<string, Tone>> = { ACCEPTED: 'good', RETURNED: 'bad', SENT: 'warn' };

interface Props {
  round: HonourRound;
  category: HonourCategory;
  slates: readonly HonourNodeSlate[];
}

/** What was sent to the node above or came from nodes below; nothing where honours stay within the node. */
export function NodeSlates({ round, category, slates }: Props): ReactElement | null {
  const { t } = useTranslation();
  const [sending, setSending] = useState(false);
  const { whole, writes } = useDesk();
  const own = slates.filter(({ honourCode }) => honourCode === category.honourCode);
  const goesUp = round.fromNode !== '';
  if (!goesUp && own.length === 0) return null;
  const sends = goesUp && whole && writes && category.slateSubmittedOn !== '';
  return (
    <Section
      title={t('slate.slates')}
      note={goesUp ? t('slate.dueOn', { day: category.slateDueOn || '–' }) : t('slate.slatesNote')}
      tools={
        sends && (
          <button type="button" className="button" onClick={() => setSending(true)}>
            {t('slate.send.do')}
          </button>
        )
      }
    >
      {own.length > 0 && <Slates items={own} />}
      {sending && (
        <FormDialog
          title={t('slate.send.do')}
          follows={t('slate.send.follows')}
          does={t('slate.send.do')}
          fields={[{ name: 'sentOn', label: t('slate.send.on'), as: 'past', first: today() }]}
          send={({ sentOn = '' }, key) => send(round, category, sentOn, key)}
          stale={[HONOURS]}
          onClose={() => setSending(false)}
        />
      )}
    </Section>
  );
}

function Slates({ items }: { items: readonly HonourNodeSlate[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('slate.slates')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('slate.neighbour')}</th>
          <th scope="col">{t('slate.direction')}</th>
          <th scope="col">{t('slate.sentOn')}</th>
          <th scope="col" className="number">
            {t('slate.count')}
          </th>
          <th scope="col">{t('slate.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.slateId}>
            <th scope="row">{one.neighbour}</th>
            <td data-label={t('slate.direction')}>
              {t(`slate.directions.${one.direction as 'IN'}`)}
            </td>
            <td className="date" data-label={t('slate.sentOn')}>
              {one.sentOn}
            </td>
            <td className="number" data-label={t('slate.count')}>
              {one.nominations}
            </td>
            <td data-label={t('slate.answer')}>
              <Chip tone={TONES[one.state] ?? 'plain'}>
                {t(`slate.states.${one.state as 'SENT'}`)}
              </Chip>{' '}
              {one.reason !== '' && <code>{one.reason}</code>}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function send(
  { roundId }: HonourRound,
  { honourCode }: HonourCategory,
  sentOn: string,
  key: string,
) {
  const params = { path: { roundId, honourCode } };
  const headers = { 'Idempotency-Key': key };
  const path = '/honour-rounds/{roundId}/slates/{honourCode}/send';
  return answer(client.POST(path, { params, headers, body: { sentOn } }));
}
