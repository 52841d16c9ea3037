import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { merged } from '../url.ts';

/** Opens a receipt beside the list that one is looking at. */
export function ReceiptLink(of: { receiptId: string; children: string }): ReactElement {
  const [params] = useSearchParams();
  const search = merged(params, { receipt: of.receiptId }).toString();
  return (
    <Link to={{ search }} preventScrollReset>
      {of.children}
    </Link>
  );
}
