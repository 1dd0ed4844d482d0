import type { AgentCommand } from '@/labs/protocol/agent-frames';
import type { ApplyOutcome, Diagnostic } from '@/labs/protocol/diagnostics';
import { type LabFiles, mainFile } from '@/labs/protocol/files';
import { done, type Emit, refuse, type SimulatedAgent } from './simulated-agent';
import type { SimulatedNetwork } from './simulated-network';

/** A line with these words is what the simulated checker rejects. */
export const syntaxErrorWords = 'syntax-error';

function check(command: { files: LabFiles; main: string }): Diagnostic[] {
  if (command.files[command.main] === undefined)
    return [
      { file: command.main, line: null, severity: 'error', message: `There is no file ${command.main}.` },
    ];
  return Object.entries(command.files).flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index): Diagnostic[] =>
        line.includes(syntaxErrorWords)
          ? [{ file, line: index + 1, severity: 'error', message: `unknown directive "${syntaxErrorWords}"` }]
          : [],
      ),
  );
}

/** The balancer's container: any configuration without a syntax error serves, round robin. */
export function createSimulatedBalancer(network: SimulatedNetwork, emit: Emit): SimulatedAgent {
  emit({ type: 'hello', role: 'balancer', server: null });
  return {
    handle(command: AgentCommand) {
      if (command.type === 'ping') return done(emit, command);
      if (command.type !== 'apply') return refuse(emit, command);
      const startedAt = performance.now();
      const diagnostics = check({ files: command.files, main: mainFile[command.balancer] });
      const ok = diagnostics.length === 0;
      if (ok) network.isBalancerServing = true;
      const ms = performance.now() - startedAt;
      const outcome: ApplyOutcome = { ok, ms, checkMs: ms, diagnostics };
      const text = ok ? 'configuration loaded' : (diagnostics[0]?.message ?? '');
      emit({ type: 'log', lines: [{ at: Date.now(), source: command.balancer, text }], dropped: 0 });
      done(emit, command, outcome);
    },
    stop() {
      network.isBalancerServing = false;
    },
  };
}
