import { platformParts, RegisterModule, startWorker, type Register } from '@liggare/assembly';
import { NestLogger } from '@liggare/platform';
import { NestFactory } from '@nestjs/core';

export interface RunningWorker {
  /** Finishes the transactions that are under way, gives up the lead. */
  stop(): Promise<void>;
}

/** Read models and policies in a process without HTTP. */
export async function createWorker(register: Register): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(RegisterModule.with(await platformParts(register)), {
    logger: new NestLogger(register.logger),
    abortOnError: false,
  });
  const worker = await startWorker(register, app);
  return {
    async stop() {
      await worker.stop();
      await app.close();
    },
  };
}
