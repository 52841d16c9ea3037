// The drawing library with only the charts used; whoever imports this does so lazily.
import { BarChart, LineChart, SankeyChart, TreemapChart } from 'echarts/charts';
import type {
  BarSeriesOption,
  LineSeriesOption,
  SankeySeriesOption,
  TreemapSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

use([
  BarChart,
  LineChart,
  SankeyChart,
  TreemapChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | SankeySeriesOption
  | TreemapSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

interface Props {
  label: string;
  height: string;
  option: ChartOption;
  /** A sankey says besides whether it was a node or an edge. */
  onPick?: (dataIndex: number, dataType: string) => void;
}

export function Chart({ label, height, option, onPick }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    if (!place.current) return undefined;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ dataIndex, dataType = '' }) => pick.current?.(dataIndex, dataType));
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption({ animation: !still, animationDuration: 300, ...option });
    place.current?.setAttribute('aria-label', label);
  }, [option, label]);

  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />;
}
