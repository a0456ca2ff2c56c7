import { cpus, totalmem } from 'node:os';

/** One line about where the figures come from. */
export function machine() {
  const cores = cpus();
  return `${cores.length} × ${cores[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
