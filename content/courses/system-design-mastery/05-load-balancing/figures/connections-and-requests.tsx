import { Arrow, Box, Diagram, Lane } from '@/lib/ui/diagram/diagram';
import { RequestDot } from './request-dot';

type Server = 'app1' | 'app2' | 'app3';

const servers: readonly Server[] = ['app1', 'app2', 'app3'];
const rowHeight = 50;

/** Which requests each server answers, in the order in which the client sent them. */
type Spread = Record<Server, readonly number[]>;

const byConnection: Spread = { app1: [1, 2, 3, 4, 5, 6], app2: [], app3: [] };
const byRequest: Spread = { app1: [1, 4], app2: [2, 5], app3: [3, 6] };

function serverOf(spread: Spread, request: number): Server {
  return servers.find((server) => spread[server].includes(request)) ?? 'app1';
}

function Path({ top, label, spread }: { top: number; label: string; spread: Spread }) {
  const middle = top + 34 + rowHeight + 18;
  return (
    <>
      <Lane x={0} y={top} width={440} height={190} label={label} />
      <Box x={8} y={middle - 20} width={58} height={40} label="Client" />
      <Box x={196} y={middle - 20} width={34} height={40} label="LB" kind="accent" />
      <Arrow from={[66, middle]} to={[196, middle]} />
      {[6, 5, 4, 3, 2, 1].map((request, index) => (
        <RequestDot
          key={request}
          x={78 + index * 20}
          y={middle}
          number={request}
          server={serverOf(spread, request)}
        />
      ))}
      {servers.map((server, row) => {
        const y = top + 34 + row * rowHeight + 18;
        const requests = spread[server];
        return (
          <g key={server}>
            {requests.length > 0 && (
              <Arrow
                from={[230, middle]}
                to={[352, y]}
                via={[
                  [238, middle],
                  [238, y],
                ]}
                kind={server}
              />
            )}
            <Box
              x={352}
              y={y - 18}
              width={80}
              height={36}
              label={server}
              kind={requests.length > 0 ? server : 'dashed'}
            />
            {requests.map((request, index) => (
              <RequestDot key={request} x={334 - index * 18} y={y} number={request} server={server} />
            ))}
          </g>
        );
      })}
    </>
  );
}

export function ConnectionsAndRequests() {
  return (
    <Diagram
      width={440}
      height={392}
      title="One connection at layer 4 and at layer 7"
      description="A client sends six requests over one keep-alive connection. At layer 4 the balancer joins that connection to app1, and app1 answers all six; app2 and app3 receive none. At layer 7 the balancer gives requests 1 and 4 to app1, 2 and 5 to app2, 3 and 6 to app3."
    >
      <Path top={0} label="Layer 4: the connection is the unit" spread={byConnection} />
      <Path top={202} label="Layer 7: the request is the unit" spread={byRequest} />
    </Diagram>
  );
}
