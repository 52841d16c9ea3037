import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useUrl } from '../url.ts';
import { BeginCollection } from './begin-collection.tsx';
import { CollectionList } from './collection-list.tsx';
import { CollectionPage } from './collection-page.tsx';
import { ExceptionList } from './exception-list.tsx';
import { FundReport } from './fund-report.tsx';
import { ProfileList } from './profile-list.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { RecordPayment } from './record-payment.tsx';
import '../books/books.css';
import '../imports/imports.css';
import './receipts.css';
import { useReach } from './use-reach.ts';

const views = {
  receipts: { list: ReceiptList, wholeNode: false },
  files: { list: CollectionList, wholeNode: true },
  waiting: { list: ExceptionList, wholeNode: true },
  report: { list: FundReport, wholeNode: true },
  profiles: { list: ProfileList, wholeNode: false },
} as const;
type View = keyof typeof views;
const viewNames = Object.keys(views) as View[];

/** `/receipts/new` brings a file, `/receipts/record` records one receipt, and each file has its own address. */
export default function ReceiptsPage(): ReactElement {
  const { place = '' } = useParams();
  if (place === 'new') return <BeginCollection />;
  if (place === 'record') return <RecordPayment />;
  if (place !== '') return <CollectionPage key={place} collectionId={place} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const { whole, writes } = useReach();
  const mayView = viewNames.filter((name) => whole || !views[name].wholeNode);
  const view = mayView.find((name) => name === read('view')) ?? 'receipts';
  const List = views[view].list;
  const receiptId = read('receipt');
  return (
    <Page
      title={t('receipts.title')}
      lead={t('receipts.lead')}
      tools={
        writes && (
          <>
            <Link className="button" to="/receipts/record">
              {t('receipts.record')}
            </Link>
            <Link className="button button-main" to="/receipts/new">
              {t('receipts.bring')}
            </Link>
          </>
        )
      }
    >
      <Views shown={mayView} view={view} />
      <List />
      <SidePanel
        open={receiptId !== ''}
        title={t('receipts.one')}
        onClose={() => patch({ receipt: '' })}
      >
        <ReceiptPanel receiptId={receiptId} />
      </SidePanel>
    </Page>
  );
}

function Views({ shown, view }: { shown: readonly View[]; view: View }): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="views" aria-label={t('receipts.views')}>
      {shown.map((one) => (
        <Link
          key={one}
          // The filters of one list mean nothing in another.
          to={one === 'receipts' ? '/receipts' : `/receipts?view=${one}`}
          aria-current={one === view ? 'page' : undefined}
        >
          {t(`receipts.view.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
