import type { Method, Moment } from './misbehaviour.js';

/** How many messages came and went, by kind of call. For tests that ask what a client did. */
export class Traffic {
  private readonly counts = new Map<string, number>();

  count(moment: Moment, method: Method): void {
    const key = `${moment} ${method}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** Messages that came in; for everything but appends as many as calls. */
  requests(method: Method): number {
    return this.counts.get(`request ${method}`) ?? 0;
  }

  /** Messages that were to go out, also those that misbehaviour then held back. */
  answers(method: Method): number {
    return this.counts.get(`answer ${method}`) ?? 0;
  }
}
