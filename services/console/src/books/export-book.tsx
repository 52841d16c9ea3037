import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import { DownloadButton } from '../ui/download-button.tsx';

export type BookListing = 'VOUCHERS' | 'BALANCES' | 'JOURNAL';

const LISTINGS: readonly BookListing[] = ['VOUCHERS', 'BALANCES', 'JOURNAL'];

interface Props {
  unionId: string;
  /** The year of the period that is shown: what is exported unless all of it is asked for. */
  year: string;
}

/** The book for other programs. */
export function ExportBook({ unionId, year }: Props): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [listing, setListing] = useState<BookListing>('VOUCHERS');
  return (
    <>
      <div className="filter">
        <div className="field">
          <label htmlFor="export-listing">{t('books.exportListing')}</label>
          <select
            id="export-listing"
            className="input"
            value={listing}
            onChange={({ target }) => setListing(target.value as BookListing)}
          >
            {LISTINGS.map((one) => (
              <option key={one} value={one}>
                {t(`bookListing.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="export-years">{t('books.exportYears')}</label>
          <select
            id="export-years"
            className="input"
            value={all ? 'all' : 'one'}
            onChange={({ target }) => setAll(target.value === 'all')}
          >
            <option value="one">{t('books.exportYear', { year })}</option>
            <option value="all">{t('books.exportAllYears')}</option>
          </select>
        </div>
      </div>
      <DownloadButton
        file={() => {
          const query = { year: all ? 0 : Number(year), listing };
          const params = { path: { unionId }, query };
          return client.GET('/ledger/books/{unionId}/export', { params, parseAs: 'blob' });
        }}
      >
        {t('books.exportFile')}
      </DownloadButton>
    </>
  );
}
