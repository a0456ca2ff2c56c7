import { inTransaction, type Database, type Transaction } from '@liggare/database';
import {
  civilDateAt,
  derivedId,
  NO_EVENTS,
  NotFound,
  Repository,
  StaleRevision,
  withoutUndefined,
  type CommandContext,
  type EventStore,
  type Executed,
  type ExecuteOptions,
} from '@liggare/kernel';
import { EVENT_STORE, READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { CompleteErasure, ErasureAuthority, RefuseErasure, RequestErasure } from '../domain/erasure-commands.js';
import { alreadyExecuted, checkExecutable } from '../domain/erasure-decide.js';
import { subjectsOf } from '../domain/contact-subject.js';
import { SubjectKeyErased } from '../domain/erasure-events.js';
import { erasureAggregate, type ErasureState } from '../domain/erasure.js';
import { lockSubject } from '../sealing/subject-keys.js';
import { valuesSealedFor } from './affected-values.js';
import { eraseAgain } from './erase-again.js';
import { ErasedKeys, type ErasedKey } from './erased-keys.js';
import {
  checkErasable,
  closeSubjects,
  destroyedBy,
  destroyKeys,
  lockErasure,
  markRecorded,
  reopenSubjects,
  unrecordedErasures,
  type Destroyed,
  type Destruction,
} from './key-destruction.js';

/** Destroy the keys of the subject that the erasure is about. */
export interface ExecuteErasure extends ErasureAuthority {
  readonly type: 'ExecuteErasure';
}

/** Everything that can be asked of one erasure. */
export type ErasureOrder = RequestErasure | RefuseErasure | ExecuteErasure | CompleteErasure;

/**
 * Carries out erasures. Keys are destroyed in one transaction that also keeps what the log must say; the event follows.
 * A process killed in between leaves a row that says so, and whoever comes next writes the event from it.
 */
@Injectable()
export class Erasures {
  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly repository: Repository,
    private readonly erased: ErasedKeys,
  ) {}

  /** @throws Refusal `unknown-subject`, `subject-erased`, `erasure-refused`, and what the erasure's own rules say */
  async carryOut(
    id: string,
    order: ErasureOrder,
    context: CommandContext,
    options: ExecuteOptions = {},
  ): Promise<Executed<ErasureState>> {
    switch (order.type) {
      case 'RequestErasure':
        await checkErasable(this.database, subjectsOf(order.subjectId));
        return this.repository.execute(erasureAggregate, id, order, context, options);
      case 'RefuseErasure':
        return this.refuse(id, order, context, options);
      case 'ExecuteErasure':
        return this.execute(id, order, context, options);
      case 'CompleteErasure':
        return this.repository.execute(erasureAggregate, id, order, context, options);
    }
  }

  /** Writes the events of keys that were destroyed by a process that did not live to say so. @returns how many erasures */
  async finish(context: CommandContext): Promise<number> {
    const ids = await unrecordedErasures(this.database);
    for (const id of ids) {
      const destroyed = await destroyedBy(this.database, id);
      if (destroyed) await this.record(id, destroyed, context);
    }
    return ids.length;
  }

  /**
   * Destroys the keys that the log says are destroyed, should a restored database have them.
   * @returns how many it had
   */
  async eraseAgain(): Promise<number> {
    const erased: ErasedKey[] = [];
    for await (const { data } of this.store.readAll({ filter: { types: [SubjectKeyErased.type] } })) {
      erased.push(data as ErasedKey);
    }
    await this.erased.add(erased);
    return eraseAgain(this.database, erased);
  }

  private async execute(
    id: string,
    { authority, legalBasis, decision }: ExecuteErasure,
    context: CommandContext,
    { expected }: ExecuteOptions,
  ): Promise<Executed<ErasureState>> {
    const before = await destroyedBy(this.database, id);
    if (before) return this.record(id, before, context);
    await inTransaction(this.database, async (tx) => {
      // Until the end of it nobody refuses this erasure, or carries it out beside us.
      await lockErasure(tx, id);
      if (await destroyedBy(tx, id)) return;
      const subject = await this.executable(id, expected);
      const by = { authority, legalBasis, ...withoutUndefined({ decision }) };
      await this.destroy(tx, { erasureId: id, subject, on: civilDateAt(context.now), ...by, actor: context.actor });
    });
    return this.record(id, (await destroyedBy(this.database, id))!, context);
  }

  private async destroy(tx: Transaction, destruction: Destruction): Promise<void> {
    const { subject, erasureId } = destruction;
    const subjects = subjectsOf(subject);
    await checkErasable(tx, subjects);
    // Committed at once, so that every process sees it before the log is counted.
    await closeSubjects(this.database, subjects, erasureId);
    try {
      for (const each of subjects) await lockSubject(tx, each);
      await checkErasable(tx, subjects);
      await destroyKeys(tx, subjects, destruction, await valuesSealedFor(this.store, subjects));
    } catch (error) {
      await reopenSubjects(this.database, erasureId);
      throw error;
    }
  }

  private async refuse(
    id: string,
    order: RefuseErasure,
    context: CommandContext,
    options: ExecuteOptions,
  ): Promise<Executed<ErasureState>> {
    return inTransaction(this.database, async (tx) => {
      await lockErasure(tx, id);
      if (await destroyedBy(tx, id)) throw alreadyExecuted();
      // An execution that was cut off may have closed the subject; the words of the refusal are sealed for it.
      await reopenSubjects(this.database, id);
      return this.repository.execute(erasureAggregate, id, order, context, options);
    });
  }

  private async record(id: string, destroyed: Destroyed, context: CommandContext): Promise<Executed<ErasureState>> {
    const { keys, on, authority, legalBasis, decision, actor } = destroyed;
    const command = {
      type: 'RecordErasure',
      keys,
      on,
      authority,
      legalBasis,
      ...withoutUndefined({ decision }),
    } as const;
    // Before the log says it: from then on no backup brings the keys back.
    await this.erased.add(keys);
    // The same for whoever writes it, so that it is written once; in the name of who had the keys destroyed.
    const as = { ...context, commandId: derivedId('erasure-execution', id), actor };
    const done = await this.repository.execute(erasureAggregate, id, command, as, { expected: 'existing' });
    await markRecorded(this.database, id);
    return done;
  }

  private async executable(id: string, expected: ExecuteOptions['expected']): Promise<string> {
    const { state, revision } = await this.repository.load(erasureAggregate, id);
    if (revision === NO_EVENTS) throw new NotFound('erasure', id);
    if (typeof expected === 'bigint' && expected !== revision) throw new StaleRevision(expected, revision);
    checkExecutable(state);
    return state.subjectId;
  }
}
