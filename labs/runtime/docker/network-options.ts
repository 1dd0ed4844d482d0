import type Docker from 'dockerode';
import { type CellIdentity, cellLabels, cellName } from './cell-labels';
import type { Subnet } from './subnets';

/** From this version on the engine knows a gateway mode in which the bridge has no address at all. */
const isolatedGatewaySince = 28;

/**
 * A cell's network. `Internal` alone leaves the host's own listeners reachable through the bridge's address,
 * so the bridge gets none.
 */
export function buildNetworkOptions(
  cell: CellIdentity,
  subnet: Subnet,
  engineMajor: number,
): Docker.NetworkCreateOptions {
  const gateway: Record<string, string> =
    engineMajor >= isolatedGatewaySince
      ? {
          'com.docker.network.bridge.gateway_mode_ipv4': 'isolated',
          'com.docker.network.bridge.gateway_mode_ipv6': 'isolated',
        }
      : { 'com.docker.network.bridge.inhibit_ipv4': 'true' };
  return {
    Name: cellName(cell),
    CheckDuplicate: true,
    Driver: 'bridge',
    Internal: true,
    EnableIPv6: false,
    IPAM: { Driver: 'default', Config: [{ Subnet: subnet.cidr }] },
    Options: gateway,
    Labels: cellLabels(cell),
  };
}
