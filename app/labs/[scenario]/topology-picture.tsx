'use client';

import { useEffect, useRef } from 'react';
import { serverNames, type ServerName } from '@/labs/protocol/names';
import { healthNow, healthWords } from '@/lib/labs/workspace/server-identity';
import { recentShares } from '@/lib/labs/workspace/traffic-history';
import { drawRequests } from './request-dots';
import { useFiles, useRun } from './session-context';
import { balancer, client, servers, view } from './topology-geometry';
import styles from './topology.module.css';
import { useMedia } from './use-media';

const marks: Record<ServerName, React.ReactNode> = {
  app1: <circle cx="0" cy="0" r="5.5" />,
  app2: <path d="M0 -6 6.4 5.4H-6.4Z" />,
  app3: <rect x="-5" y="-5" width="10" height="10" />,
};

/** The measured state: who is up, who takes what share, and real requests on their way. */
export function TopologyPicture() {
  const traffic = useRun((run) => run.traffic);
  const state = useRun((run) => run.balancer);
  const faults = useRun((run) => run.faults);
  const chosen = useFiles((files) => files.files.balancer);
  const shares = recentShares(traffic);
  const stats = traffic.last;
  const isServing = state.kind === 'serving';
  const name = (isServing ? state.balancer : chosen) === 'nginx' ? 'Nginx' : 'HAProxy';
  const healthOf = (server: ServerName) => healthNow(server, faults, stats);
  const percent = (server: ServerName) => (shares === null ? null : Math.round(shares[server] * 100));
  const words = serverNames.map((server) => {
    const health = healthOf(server);
    return `${server} ${health === null ? 'unknown' : healthWords[health]}${percent(server) === null ? '' : `, ${percent(server)} % of the requests`}`;
  });
  const balancerWords = isServing ? 'serving' : state.kind === 'down' ? 'down' : 'not configured yet';

  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${view.width} ${view.height}`}
      role="img"
      aria-label={`Client, balancer ${name} ${balancerWords}, ${words.join('; ')}`}
    >
      <line
        className={isServing ? styles.edge : styles.edgeDown}
        x1={client.x}
        y1={client.y}
        x2={balancer.x}
        y2={balancer.y}
      />
      {serverNames.map((server) => {
        const share = shares?.[server] ?? 0;
        const at = servers[server];
        return (
          <line
            key={server}
            className={share > 0 ? styles.edgeLive : styles.edge}
            style={{ color: `var(--${server})`, strokeWidth: 1 + share * 7 }}
            x1={balancer.x}
            y1={balancer.y}
            x2={at.x}
            y2={at.y}
          />
        );
      })}
      <RequestLayer />
      <g transform={`translate(${client.x} ${client.y})`}>
        <circle className={styles.node} r="26" />
        <text className={styles.label} y="4">
          client
        </text>
      </g>
      <g transform={`translate(${balancer.x} ${balancer.y})`}>
        <rect
          className={isServing ? styles.node : styles.nodeDown}
          x="-40"
          y="-26"
          width="80"
          height="52"
          rx="4"
        />
        <text className={styles.labelStrong} y="-2">
          {name}
        </text>
        <text className={styles.small} y="14">
          {state.kind === 'idle' ? 'no config' : balancerWords}
        </text>
      </g>
      {serverNames.map((server) => {
        const at = servers[server];
        const health = healthOf(server);
        const fault = faults.find((one) => one.server === server);
        const isUp = fault === undefined && (health === 'up' || health === null);
        return (
          <g key={server} transform={`translate(${at.x} ${at.y})`}>
            <rect
              className={isUp ? styles.node : styles.nodeDown}
              x="-24"
              y="-26"
              width="154"
              height="52"
              rx="4"
            />
            <g style={{ color: `var(--${server})` }} fill="currentColor" transform="translate(-8 -8)">
              {marks[server]}
            </g>
            <text className={styles.labelStart} x="6" y="-3">
              {server}
            </text>
            <text className={styles.smallStart} x="-13" y="15">
              {health === null ? '–' : healthWords[health]}
            </text>
            <text className={styles.share} x="120" y="2">
              {percent(server) === null ? '' : `${percent(server)} %`}
            </text>
            {isUp ? null : (
              <text className={styles.cross} x="122" y="18" aria-hidden="true">
                ✕
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Dots live outside of React: they come and go many times a second. */
function RequestLayer() {
  const layer = useRef<SVGGElement>(null);
  const requests = useRun((run) => run.requests);
  const newest = useRef(requests[0]);
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    const known = newest.current;
    newest.current = requests[0];
    if (isCalm || layer.current === null || document.hidden) return;
    const end = known === undefined ? -1 : requests.indexOf(known);
    drawRequests(layer.current, end === -1 ? requests.slice(0, 10) : requests.slice(0, end));
  }, [requests, isCalm]);
  return <g ref={layer} aria-hidden="true" />;
}
