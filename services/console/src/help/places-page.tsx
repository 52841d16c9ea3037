import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { PlaceBooking, PlaceOffer } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Followed } from './followed.tsx';
import { HELP, helpQueries } from './help-queries.ts';

/** What may be booked, and what he has. The last place goes to whoever comes first, and the node says who. */
export function PlacesPage(): ReactElement {
  const { t } = useTranslation();
  const places = useQuery(helpQueries.places());
  const offers = useQuery(helpQueries.offers());
  const held = new Set(
    (places.data ?? []).filter(({ state }) => state === 'BOOKED').map(({ offerId }) => offerId),
  );
  return (
    <Page
      title={t('myHelp.places.title')}
      lead={t('myHelp.places.lead')}
      above={<Link to="/help">{t('myHelp.back')}</Link>}
    >
      <div className="help">
        <Section title={t('myHelp.places.mine')}>
          <Loaded query={places}>
            {(items) =>
              items.length === 0 ? (
                <p className="note">{t('myHelp.places.none')}</p>
              ) : (
                items.map((one) => <Booked key={one.bookingId} booking={one} />)
              )
            }
          </Loaded>
        </Section>
        <Section title={t('myHelp.places.open')}>
          <Loaded query={offers}>
            {(items) => {
              const open = items.filter(({ offerId }) => !held.has(offerId));
              if (open.length === 0) return <p className="note">{t('myHelp.places.noOffers')}</p>;
              return open.map((one) => <Offered key={one.offerId} offer={one} />);
            }}
          </Loaded>
        </Section>
      </div>
    </Page>
  );
}

function Booked({ booking }: { booking: PlaceBooking }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { bookingId, offerKind, title, startsOn, closesOn, state } = booking;
  const has = state === 'BOOKED';
  const act = useAct(() =>
    answer(
      client.POST('/place-bookings/{bookingId}/cancellation', { params: { path: { bookingId } } }),
    ),
  );
  return (
    <Followed
      title={title}
      state={t(has ? 'myHelp.places.booked' : 'myHelp.places.cancelled')}
      tone={has ? 'good' : 'plain'}
      next={t('myHelp.places.starts', { date: startsOn })}
      facts={[
        label('myHelp.offerKind', offerKind),
        has ? t('myHelp.places.closes', { date: closesOn }) : '',
      ]}
    >
      {has && closesOn >= today() && <ActButton act={act}>{t('myHelp.places.cancel')}</ActButton>}
    </Followed>
  );
}

function Offered({ offer }: { offer: PlaceOffer }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { offerId, unionId, unionName, offerKind, title, startsOn, closesOn, places } = offer;
  const left = Math.max(0, places - offer.taken);
  const act = useAct(() =>
    answer(
      client.POST('/place-offers/{offerId}/bookings', {
        params: { path: { offerId } },
        body: { unionId },
      }),
    ),
  );
  return (
    <Followed
      title={title}
      state={left === 0 ? t('myHelp.places.full') : t('myHelp.places.left', { left, places })}
      tone={left === 0 ? 'plain' : 'good'}
      next={`${t('myHelp.places.starts', { date: startsOn })} · ${t('myHelp.places.closes', { date: closesOn })}`}
      facts={[label('myHelp.offerKind', offerKind), unionName]}
    >
      {left > 0 && (
        <ActButton act={act} main>
          {t('myHelp.places.book')}
        </ActButton>
      )}
    </Followed>
  );
}

function useAct(send: () => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    // Refused or not, what is shown was not what is: somebody else may have come first.
    onSettled: () => cache.invalidateQueries({ queryKey: HELP }),
  });
}

interface ActProps {
  act: ReturnType<typeof useAct>;
  main?: boolean;
  children: string;
}

function ActButton({ act, main = false, children }: ActProps): ReactElement {
  return (
    <>
      {act.error && <ProblemPanel problem={act.error} />}
      <div className="help-acts">
        <button
          type="button"
          className={main ? 'button button-main' : 'button'}
          disabled={act.isPending}
          onClick={() => act.mutate()}
        >
          {children}
        </button>
      </div>
    </>
  );
}
