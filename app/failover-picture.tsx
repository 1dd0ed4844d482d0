import { Arrow, Box, Diagram, Label } from '@/lib/ui/diagram/diagram';
import styles from './failover-picture.module.css';

const words = {
  title: 'A load balancer with a dead server',
  description:
    'Clients send requests to a balancer on port 80. It forwards them to app1 and app3, which answer 200. The request that it forwards to app2 fails with 502, because app2 has crashed.',
};

const FromLeftToRight = () => (
  <Diagram width={620} height={330} {...words}>
    <Box x={8} y={134} width={104} height={56} label="Clients" detail="120 req/s" />
    <Box x={212} y={126} width={124} height={72} label="Balancer" detail="nginx :80" kind="accent" />
    <Arrow from={[112, 162]} to={[212, 162]} label="GET /" />
    <Arrow
      from={[336, 148]}
      to={[472, 56]}
      via={[
        [392, 148],
        [392, 56],
      ]}
      kind="app1"
    />
    <Arrow from={[336, 162]} to={[472, 162]} kind="failed" />
    <Arrow
      from={[336, 176]}
      to={[472, 268]}
      via={[
        [392, 176],
        [392, 268],
      ]}
      kind="app3"
    />
    <Box x={472} y={26} width={140} height={60} label="app1" detail="200 · 4 ms" kind="app1" />
    <Box x={472} y={132} width={140} height={60} label="app2" detail="crashed" kind="failed" />
    <Box x={472} y={238} width={140} height={60} label="app3" detail="200 · 4 ms" kind="app3" />
    <Label x={404} y={152} kind="mono">
      502
    </Label>
  </Diagram>
);

const FromTopToBottom = () => (
  <Diagram width={360} height={324} {...words}>
    <Box x={120} y={4} width={120} height={56} label="Clients" detail="120 req/s" />
    <Arrow from={[180, 60]} to={[180, 108]} />
    <Label x={190} y={88}>
      GET /
    </Label>
    <Box x={120} y={108} width={120} height={64} label="Balancer" detail="nginx :80" kind="accent" />
    <Arrow
      from={[150, 172]}
      to={[56, 256]}
      via={[
        [150, 212],
        [56, 212],
      ]}
      kind="app1"
    />
    <Arrow from={[180, 172]} to={[180, 256]} kind="failed" />
    <Arrow
      from={[210, 172]}
      to={[304, 256]}
      via={[
        [210, 212],
        [304, 212],
      ]}
      kind="app3"
    />
    <Label x={188} y={240} kind="mono">
      502
    </Label>
    <Box x={2} y={256} width={110} height={60} label="app1" detail="200 · 4 ms" kind="app1" />
    <Box x={125} y={256} width={110} height={60} label="app2" detail="crashed" kind="failed" />
    <Box x={248} y={256} width={110} height={60} label="app3" detail="200 · 4 ms" kind="app3" />
  </Diagram>
);

/** What the failover lab is about: one of three servers dies, and a request that was on its way fails. */
export const FailoverPicture = () => (
  <figure>
    <div className={styles.wide}>
      <FromLeftToRight />
    </div>
    <div className={styles.narrow}>
      <FromTopToBottom />
    </div>
    <figcaption className="visually-hidden">An illustration, not a measurement.</figcaption>
  </figure>
);
