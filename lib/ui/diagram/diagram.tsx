import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './diagram.module.css';

type Point = readonly [x: number, y: number];
/** `failed` is for a request that failed, nothing else. */
export type DiagramKind = 'plain' | 'accent' | 'dashed' | 'app1' | 'app2' | 'app3' | 'failed';

type DiagramProps = {
  width?: number;
  height: number;
  title: string;
  /** What the picture shows, for those who do not see it. */
  description: string;
  children: ReactNode;
};

/** Up to this width a picture is drawn for a phone's column and need not scroll there. */
const phoneWidth = 480;

/** A picture in the theme's own colours. A wide one keeps a readable size on phones and scrolls sideways there. */
export const Diagram = ({ width = 720, height, title, description, children }: DiagramProps) => {
  const id = useId();
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-labelledby={`${id}t`}>
      <svg
        className={`${styles.diagram} ${width <= phoneWidth ? styles.narrow : ''}`}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}t ${id}d`}
      >
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{description}</desc>
        {children}
      </svg>
    </div>
  );
};

type BoxProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  detail?: string;
  kind?: DiagramKind;
};

const marks: Partial<Record<DiagramKind, (x: number, y: number) => ReactNode>> = {
  app1: (x, y) => <circle cx={x} cy={y} r="4.5" />,
  app2: (x, y) => <path d={`M${x} ${y - 5}l5.4 9.6h-10.8z`} />,
  app3: (x, y) => <rect x={x - 4.4} y={y - 4.4} width="8.8" height="8.8" />,
};

/** A machine, process or thing. Servers carry their mark and colour. */
export const Box = ({ x, y, width, height, label, detail, kind = 'plain' }: BoxProps) => {
  const middle = x + width / 2;
  const labelY = y + height / 2 + (detail ? -4 : 5);
  return (
    <g className={`${styles.box} ${styles[kind]}`}>
      <rect x={x} y={y} width={width} height={height} rx="3" />
      <g className={styles.mark}>{marks[kind]?.(x + 13, y + 13)}</g>
      <text x={middle} y={labelY} textAnchor="middle" className={styles.label}>
        {label}
      </text>
      {detail && (
        <text x={middle} y={labelY + 17} textAnchor="middle" className={styles.detail}>
          {detail}
        </text>
      )}
    </g>
  );
};

type ArrowProps = {
  from: Point;
  to: Point;
  /** Corners on the way. */
  via?: readonly Point[];
  label?: string;
  kind?: DiagramKind;
  /** A head at both ends. */
  double?: boolean;
};

const head = (from: Point, to: Point) => {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number) =>
    `${(to[0] - 9 * Math.cos(angle + turn)).toFixed(1)} ${(to[1] - 9 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${to[0]} ${to[1]}L${wing(0.42)}L${wing(-0.42)}Z`;
};

/** What travels from one place to another; the label stands above the middle of the middle stretch. */
export const Arrow = ({ from, to, via = [], label, kind = 'plain', double = false }: ArrowProps) => {
  const points = [from, ...via, to];
  const middle = Math.floor((points.length - 1) / 2);
  const start = points[middle] ?? from;
  const end = points[middle + 1] ?? to;
  return (
    <g className={`${styles.arrow} ${styles[kind]}`}>
      <path className={styles.shaft} d={`M${points.map((point) => point.join(' ')).join('L')}`} />
      <path className={styles.head} d={head(points.at(-2) ?? from, to)} />
      {double && <path className={styles.head} d={head(points[1] ?? to, from)} />}
      {label && (
        <text
          x={(start[0] + end[0]) / 2}
          y={(start[1] + end[1]) / 2 - 7}
          textAnchor="middle"
          className={styles.arrowLabel}
        >
          {label}
        </text>
      )}
    </g>
  );
};

type LabelProps = {
  x: number;
  y: number;
  align?: 'start' | 'middle' | 'end';
  kind?: 'plain' | 'muted' | 'mono' | 'strong' | 'accent';
  children: ReactNode;
};

export const Label = ({ x, y, align = 'start', kind = 'plain', children }: LabelProps) => (
  <text x={x} y={y} textAnchor={align} className={`${styles.text} ${styles[`text-${kind}`]}`}>
    {children}
  </text>
);

type LaneProps = { x: number; y: number; width: number; height: number; label?: string };

/** A faint band behind what belongs together. */
export const Lane = ({ x, y, width, height, label }: LaneProps) => (
  <g className={styles.lane}>
    <rect x={x} y={y} width={width} height={height} />
    {label && (
      <text x={x + 10} y={y + 18} className={styles.laneLabel}>
        {label}
      </text>
    )}
  </g>
);
