import { DemoClock } from '@liggare/kernel';
import { loadDemo } from '../demo/load-demo.js';
import { runRegister, type RunningRegister } from './running-register.js';

/** A running register with the demo in it, its read models up to date. */
export interface RunningDemo {
  readonly running: RunningRegister;
  readonly clock: DemoClock;
  /** The ids that the demo's references came to. */
  readonly ids: ReadonlyMap<string, string>;
}

export const silent = { update: () => undefined, stop: () => undefined };

/** @param eventStoreDbUrl where the log is to be, if not in PostgreSQL */
export async function runDemo(eventStoreDbUrl?: string): Promise<RunningDemo> {
  const clock = new DemoClock();
  const running = await runRegister(clock, eventStoreDbUrl);
  try {
    return await fillWithDemo(running, clock);
  } catch (error) {
    await running.stop();
    throw error;
  }
}

export async function fillWithDemo(running: RunningRegister, clock: DemoClock): Promise<RunningDemo> {
  const loaded = await loadDemo({ ...running, clock, progress: silent });
  await running.register.readModels.waitFor(await running.register.store.head(), 30_000);
  return { running, clock, ids: loaded!.ids };
}
