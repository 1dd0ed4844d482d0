'use client';

import { useEffect, useRef } from 'react';
import type UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { chartData, type ChartKind } from './chart-data';
import { chartOptions } from './chart-options';
import { watchTheme } from './editor-theme';
import { useWorkspace } from './session-context';
import styles from './traffic.module.css';

const height = 118;

/** A chart of the last minute. The table beside it holds the same numbers for those who do not see it. */
export function TrafficChart({ kind }: { kind: ChartKind }) {
  const host = useRef<HTMLDivElement>(null);
  const { session } = useWorkspace();
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let isGone = false;
    let chart: UPlot | undefined;
    const draw = () => chart?.setData(chartData(kind, session.run.get().traffic));
    const build = async () => {
      const { default: Plot } = await import('uplot');
      if (isGone) return;
      chart?.destroy();
      const data = chartData(kind, session.run.get().traffic);
      chart = new Plot(chartOptions(kind, element, element.clientWidth, height), data, element);
    };
    void build();
    let drawn = session.run.get().traffic;
    const stops = [
      watchTheme(() => void build()),
      session.run.subscribe(() => {
        const { traffic } = session.run.get();
        if (traffic === drawn) return;
        drawn = traffic;
        draw();
      }),
    ];
    const resize = new ResizeObserver(() => chart?.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      isGone = true;
      resize.disconnect();
      for (const stop of stops) stop();
      chart?.destroy();
    };
  }, [kind, session]);
  return <div ref={host} className={styles.chart} aria-hidden="true" />;
}
