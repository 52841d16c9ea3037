import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { compact, wholeSize } from '../numbers.ts';
import { usePreferences } from '../preferences.ts';
import type { SeriesPoint } from '../shapes.ts';
import { Chart } from '../ui/chart.tsx';
import type { ChartOption } from '../ui/chart.tsx';
import { ink, text } from '../ui/chart-style.ts';

interface Props {
  title: string;
  points: readonly SeriesPoint[];
  unit: string;
}

export default function SeriesChart({ title, points: told, unit }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const { largeType } = usePreferences();
  const subtree = t('rollup.subtree');
  const own = t('rollup.own');
  const option = useMemo(
    () => {
      const size = (value: string) => String(wholeSize(value, unit));
      const points = told.map((point) => ({
        ...point,
        subtree: size(point.subtree),
        own: size(point.own),
      }));
      const format = (value: number) => compact(Math.round(value), i18n.language);
      return lines(points, { subtree, own }, format);
    },
    // Type size is read while the option is made.
    [told, unit, subtree, own, largeType, i18n.language],
  );
  return <Chart label={t('rollup.seriesChart', { name: title })} height="19rem" option={option} />;
}

/** What is hidden leaves a gap. */
const drawn = (value: string, hidden: string): number | null =>
  hidden === '' ? Number(value) : null;

function lines(
  points: readonly SeriesPoint[],
  names: { subtree: string; own: string },
  format: (value: number) => string,
): ChartOption {
  return {
    grid: { left: 8, right: 16, top: 44, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 26, textStyle: text() },
    tooltip: { trigger: 'axis', confine: true, textStyle: text() },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map((point) => point.period),
      axisLine: { lineStyle: { color: ink.line } },
      axisTick: { show: false },
      axisLabel: { ...text(), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: ink.line } },
      axisLabel: { ...text(), formatter: format },
    },
    series: [
      {
        name: names.subtree,
        type: 'line',
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2.5 },
        color: ink.accent,
        data: points.map((point) => drawn(point.subtree, point.subtreeHidden)),
      },
      {
        name: names.own,
        type: 'line',
        symbol: 'rect',
        symbolSize: 7,
        lineStyle: { width: 2, type: 'dashed' },
        color: ink.own,
        data: points.map((point) => drawn(point.own, point.ownHidden)),
      },
    ],
  };
}
