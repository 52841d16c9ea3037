import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '../shapes.ts';

/** For those who connect something: the reference that this node serves of itself. */
export function Footer({ node }: { node: NodeFacts }): ReactElement {
  const { t } = useTranslation();
  return (
    <footer className="footer">
      <span>
        {t('app.node')} <code>{node.region}</code>
      </span>
      <a href="/docs">{t('app.docs')}</a>
    </footer>
  );
}
