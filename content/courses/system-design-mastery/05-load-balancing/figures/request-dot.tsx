type RequestDotProps = { x: number; y: number; number: number; server: 'app1' | 'app2' | 'app3' };

/** A numbered request on a line of a diagram, in the colour of the server that answers it. */
export function RequestDot({ x, y, number, server }: RequestDotProps) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={8.5}
        fill={`var(--${server}-wash)`}
        stroke={`var(--${server})`}
        strokeWidth={1.5}
      />
      <text
        x={x}
        y={y + 4}
        textAnchor="middle"
        fontSize={11}
        fontWeight={600}
        fontFamily="var(--font-mono)"
        fill="var(--ink-strong)"
      >
        {number}
      </text>
    </g>
  );
}
