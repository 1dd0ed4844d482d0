import { Diagram, Label } from '@/lib/ui/diagram/diagram';
import { keyOf } from '../code/short-key.mjs';

const count = 160;
const firstId = 5_000_000_000;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 2^46 ends at this share of what eight characters could hold. */
const usedShare = 2 ** 46 / 62 ** 8;

/** Where a key lies between the lowest and the highest possible one. */
function heightOf(key: string): number {
  const [first = '', second = '', third = ''] = key;
  const value = alphabet.indexOf(first) * 3844 + alphabet.indexOf(second) * 62 + alphabet.indexOf(third);
  return value / 62 ** 3 / usedShare;
}

const points = Array.from({ length: count }, (_, index) => heightOf(keyOf(firstId + index, 'drawn')));

function Frame({ x, title }: { x: number; title: string }) {
  return (
    <>
      <Label x={x} y={20} kind="strong">
        {title}
      </Label>
      <rect x={x} y={32} width={190} height={190} fill="var(--paper-raised)" stroke="var(--line-strong)" />
      <Label x={x + 95} y={242} align="middle" kind="muted">
        160 links, as created
      </Label>
    </>
  );
}

export function KeyScatter() {
  return (
    <Diagram
      width={440}
      height={252}
      title="Keys of 160 consecutive links"
      description="Two plots of the key's value against the order of creation. Written directly in base62, consecutive ids form one flat line: each key is the previous one plus one. After the keyed shuffle the same ids are spread over the whole range with no visible order."
    >
      <Label x={8} y={45} kind="mono">
        key
      </Label>
      <Frame x={38} title="Counter in base62" />
      <Frame x={244} title="Shuffled first" />
      {points.map((height, index) => (
        <g key={index}>
          <circle cx={43 + index * 1.13} cy={217} r={1.6} fill="var(--ink-muted)" />
          <circle cx={249 + index * 1.13} cy={218 - height * 182} r={1.8} fill="var(--accent)" />
        </g>
      ))}
    </Diagram>
  );
}
