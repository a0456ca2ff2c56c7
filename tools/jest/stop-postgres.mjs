import { rm } from 'node:fs/promises';

export default async function stopPostgres() {
  const running = globalThis.liggareTestServer;
  if (!running) return;
  await running.server.stop();
  await rm(running.directory, { recursive: true, force: true });
}
