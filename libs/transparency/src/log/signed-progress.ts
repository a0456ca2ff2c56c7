import type { Database } from '@liggare/database';
import { EvidenceReader } from './evidence-reader.js';

interface Waiter {
  readonly position: bigint;
  resolve(signed: boolean): void;
}

/** How often is looked while somebody waits. */
const LOOK_MS = 15;

/** Waits until an event is under a signed checkpoint; one question for all who wait. */
export class SignedProgress {
  private readonly reader: EvidenceReader;
  private readonly waiters = new Set<Waiter>();
  private signed = 0n;
  private looking = false;

  constructor(database: Database) {
    this.reader = new EvidenceReader(database);
  }

  /** @returns false when the time is up, or the database cannot be asked */
  async waitFor(position: bigint, timeoutMs: number): Promise<boolean> {
    if (position <= this.signed) return true;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        resolve: (signed) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          resolve(signed);
        },
      };
      const timer = setTimeout(() => waiter.resolve(false), timeoutMs);
      this.waiters.add(waiter);
      if (!this.looking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.looking = true;
    while (this.waiters.size > 0) {
      const signed = await this.reader.signedPosition().catch(() => this.signed);
      if (signed > this.signed) this.signed = signed;
      for (const waiter of this.waiters) if (waiter.position <= this.signed) waiter.resolve(true);
      if (this.waiters.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    this.looking = false;
  }
}
