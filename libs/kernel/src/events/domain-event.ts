/** What happened, in the past tense, as plain JSON. The envelope (who, when, where in the log) is not part of it. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}
