import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Project } from '../shapes.ts';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { basisPointsOf } from './basis-points.ts';

const year = today().slice(0, 4);

export function OpenDialog(props: { unionId: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { unionId, onClose } = props;
  return (
    <FormDialog
      title={t('projects.open.title')}
      follows={t('projects.open.follows')}
      does={t('projects.open.do')}
      fields={[
        { name: 'projectCode', label: t('projects.code'), as: 'text', maxLength: 40 },
        { name: 'projectName', label: t('projects.name'), as: 'text' },
        { name: 'donor', label: t('projects.donor'), as: 'text' },
        { name: 'amount', label: t('projects.agreedFen'), as: 'amount' },
        { name: 'documentNo', label: t('projects.document'), as: 'text', maxLength: 100 },
        { name: 'startsOn', label: t('projects.startsOn'), as: 'date', first: `${year}-01-01` },
        { name: 'endsOn', label: t('projects.endsOn'), as: 'date', first: `${year}-12-31` },
      ]}
      send={(values, key) => open(unionId, values, key)}
      stale={[['projects']]}
      onClose={onClose}
    />
  );
}

function open(unionId: string, values: FormValues, key: string): Promise<unknown> {
  const { projectCode = '', projectName = '', donor = '', documentNo = '' } = values;
  const { startsOn = '', endsOn = '', amount = '' } = values;
  const said = { projectCode, projectName, donor, documentNo, startsOn, endsOn };
  const body = { unionId, ...said, agreedFen: fenOf(amount) };
  return answer(client.POST('/projects', { headers: { 'Idempotency-Key': key }, body }));
}

export function ReportDialog(props: { project: Project; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { project, onClose } = props;
  return (
    <FormDialog
      title={t('projects.report.title', { name: project.projectName })}
      follows={t('projects.report.follows')}
      does={t('projects.report.do')}
      fields={[
        { name: 'percent', label: t('projects.percent'), as: 'percent' },
        { name: 'reportedOn', label: t('projects.reportedOn'), as: 'past', first: today() },
        { name: 'note', label: t('projects.note'), as: 'text', maxLength: 500 },
      ]}
      send={(values, key) => report(project, values, key)}
      stale={[['projects']]}
      onClose={onClose}
    />
  );
}

function report(
  { projectId, version }: Project,
  { percent = '', reportedOn = '', note = '' }: FormValues,
  key: string,
): Promise<unknown> {
  // What is no percentage is sent as one that the node refuses by its rule.
  const progressBasisPoints = basisPointsOf(percent) ?? -1;
  const params = { path: { projectId } };
  const headers = { 'Idempotency-Key': key };
  const body = { expectedVersion: version, progressBasisPoints, reportedOn, note };
  return answer(client.POST('/projects/{projectId}/reports', { params, headers, body }));
}
