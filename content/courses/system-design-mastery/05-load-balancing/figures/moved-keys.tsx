import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';
import { RequestDot } from './request-dot';

type Server = 'app1' | 'app2' | 'app3';

const servers: readonly Server[] = ['app1', 'app2', 'app3'];
const users = Array.from({ length: 18 }, (_, user) => user);
const remainder = (user: number, count: number): Server => servers[user % count] ?? 'app1';

/** On the ring every third user is nearest to the new server; the others keep theirs. */
const onRing = (user: number, count: number): Server =>
  count === 3 && user % 3 === 2 ? 'app3' : remainder(user, 2);

const numberOf = (server: Server) => servers.indexOf(server) + 1;
const xOf = (user: number) => 92 + user * 19.4;

type Rule = (user: number, count: number) => Server;

function Rows({ top, label, rule, note }: { top: number; label: string; rule: Rule; note: string }) {
  return (
    <>
      <Lane x={0} y={top} width={440} height={142} label={label} />
      {[2, 3].map((count, row) => (
        <g key={count}>
          <Label x={10} y={top + 52 + row * 40} kind="muted">
            {`${count} servers`}
          </Label>
          {users.map((user) => {
            const server = rule(user, count);
            return (
              <RequestDot
                key={user}
                x={xOf(user)}
                y={top + 48 + row * 40}
                number={numberOf(server)}
                server={server}
              />
            );
          })}
        </g>
      ))}
      {users
        .filter((user) => rule(user, 2) !== rule(user, 3))
        .map((user) => (
          <path
            key={user}
            d={`M ${xOf(user) - 7} ${top + 104} h 14`}
            stroke="var(--ink-strong)"
            strokeWidth={3}
          />
        ))}
      <Label x={10} y={top + 130} kind="strong">
        {note}
      </Label>
    </>
  );
}

export function MovedKeys() {
  return (
    <Diagram
      width={440}
      height={296}
      title="Which of 18 users move when a third server is added"
      description="Two rules, each with 18 users before and after. By remainder, 12 of the 18 users move, also between the two old servers. On a ring 6 of 18 move, all of them to the new server."
    >
      <Rows
        top={0}
        label="hash modulo servers"
        rule={remainder}
        note="12 of 18 move, half of them between old servers"
      />
      <Rows top={154} label="hash ring" rule={onRing} note="6 of 18 move, all to the new server" />
    </Diagram>
  );
}
