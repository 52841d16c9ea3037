import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, randomKey } from '../client.ts';
import { queries } from '../queries.ts';
import type { AssetCount, AssetCountLine, AssetSurplus } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { assetQueries } from './assets-queries.ts';
import { SurplusDialog, SurplusList } from './surplus-dialog.tsx';

interface Props {
  countId: string | undefined;
  onClose: () => void;
}

/** The list of a count: what is looked for, what was found, and the decision about the rest. */
export function CountPanel({ countId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel open={countId !== undefined} title={t('assets.count')} onClose={onClose}>
      {countId !== undefined && <Count countId={countId} />}
    </SidePanel>
  );
}

function Count({ countId }: { countId: string }): ReactElement {
  const session = useQuery(queries.session()).data;
  const duty = session?.duty?.duty ?? '';
  return (
    <Loaded query={useQuery(assetQueries.count(countId))}>
      {(count) => {
        if (count.state === 'OPEN' && ['clerk', 'finance'].includes(duty))
          return <Looking key={count.version} count={count} />;
        const decides = count.state === 'FINISHED' && ['finance', 'chair'].includes(duty);
        return (
          <>
            <Result count={count} />
            {decides && count.finishedBy !== session?.accountId && <Decision count={count} />}
          </>
        );
      }}
    </Loaded>
  );
}

function useCountStep(send: (key: string, finished: boolean) => Promise<unknown>) {
  const cache = useQueryClient();
  const [key, setKey] = useState(randomKey);
  return useMutation({
    mutationFn: (how: boolean) => send(key, how),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['assets'] }),
    onSettled: () => setKey(randomKey()),
  });
}

/** What somebody with the list in his hand says of each line; saved in parts, finished once. */
function Looking({ count }: { count: AssetCount }): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const [surplus, setSurplus] = useState<readonly AssetSurplus[]>([]);
  const [adding, setAdding] = useState(false);
  const resultOf = ({ assetId, result }: AssetCountLine) => said[assetId] ?? result;
  const record = useCountStep((key, finished) => {
    const results = Object.entries(said).map(([assetId, result]) => ({ assetId, result }));
    const params = { path: { countId: count.countId } };
    const headers = { 'Idempotency-Key': key };
    const extra = finished ? [...surplus] : [];
    const body = { expectedVersion: count.version, results, surplus: extra, finished };
    return answer(client.POST('/asset-counts/{countId}/results', { params, headers, body }));
  });
  return (
    <div className="asset-count">
      <p className="consequence">{t('assets.countFollows')}</p>
      {count.lines.map((line) => (
        <LineChoice
          key={line.assetId}
          line={line}
          result={resultOf(line)}
          onResult={(result) => setSaid({ ...said, [line.assetId]: result })}
        />
      ))}
      <SurplusList items={surplus} />
      {record.error && <ProblemPanel problem={record.error} />}
      <div className="asset-acts">
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t('assets.surplus.do')}
        </button>
        <button
          type="button"
          className="button"
          disabled={record.isPending || Object.keys(said).length === 0 || surplus.length > 0}
          onClick={() => record.mutate(false)}
        >
          {t('assets.countSave')}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={record.isPending || count.lines.some((line) => resultOf(line) === '')}
          onClick={() => record.mutate(true)}
        >
          {t('assets.countFinish')}
        </button>
      </div>
      {adding && (
        <SurplusDialog
          onAdd={(one) => setSurplus([...surplus, one])}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

interface LineProps {
  line: AssetCountLine;
  result: string;
  onResult: (result: string) => void;
}

function LineChoice({ line, result, onResult }: LineProps): ReactElement {
  const { t } = useTranslation();
  const codes =
    result === '' ? (['', 'FOUND', 'MISSING'] as const) : (['FOUND', 'MISSING'] as const);
  return (
    <ChoiceField
      label={`${line.assetNo} ${line.assetName} · ${line.place}`}
      value={result}
      choices={codes.map((one) => [one, t(`assetCountResult.${one === '' ? 'NONE' : one}`)])}
      onValue={onResult}
    />
  );
}

function Result({ count }: { count: AssetCount }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const differing = count.lines.filter(({ result }) => result !== 'FOUND');
  return (
    <>
      <Facts
        of={[
          [t('assets.countedOn'), count.countedOn],
          [t('assets.state'), label('assetCountState', count.state)],
          [t('assets.listedCount'), count.listedCount],
          [t('assets.foundCount'), count.foundCount],
          [t('assets.missingFen'), <Money key="missing" fen={count.missingFen} />],
          [t('assets.surplusFen'), <Money key="surplus" fen={count.surplusFen} />],
        ]}
      />
      {differing.length === 0 && <p>{t('assets.allFound')}</p>}
      <ul className="asset-differences">
        {differing.map((line) => (
          <li key={line.assetId}>
            {line.assetNo} {line.assetName} · {line.place} ·{' '}
            {label('assetCountResult', line.result || 'NONE')} · <Money fen={line.netFen} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Decision({ count }: { count: AssetCount }): ReactElement {
  const { t } = useTranslation();
  const decide = useCountStep((key, agreed) => {
    const params = { path: { countId: count.countId } };
    const headers = { 'Idempotency-Key': key };
    const body = { expectedVersion: count.version, agreed };
    return answer(client.POST('/asset-counts/{countId}/decision', { params, headers, body }));
  });
  return (
    <>
      <p className="consequence">{t('assets.decisionFollows')}</p>
      {decide.error && <ProblemPanel problem={decide.error} />}
      <div className="asset-acts">
        {([false, true] as const).map((agreed) => (
          <button
            key={String(agreed)}
            type="button"
            className={agreed ? 'button button-main' : 'button'}
            disabled={decide.isPending}
            onClick={() => decide.mutate(agreed)}
          >
            {t(agreed ? 'assets.countAgree' : 'assets.countRefuse')}
          </button>
        ))}
      </div>
    </>
  );
}
