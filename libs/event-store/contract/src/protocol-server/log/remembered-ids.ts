import type { StoredEvent } from './stored-event.js';

/** As many as a server's 8 MiB for it hold, roughly. */
const REMEMBERED = 100_000;

/** The last ids written, for appends that expect no particular revision. Older ones are forgotten. */
export class RememberedIds {
  private readonly byId = new Map<string, StoredEvent>();

  get(id: string): StoredEvent | undefined {
    return this.byId.get(id);
  }

  add(event: StoredEvent): void {
    this.byId.set(event.id, event);
    if (this.byId.size <= REMEMBERED) return;
    for (const oldest of this.byId.keys()) {
      this.byId.delete(oldest);
      return;
    }
  }

  clear(): void {
    this.byId.clear();
  }
}
