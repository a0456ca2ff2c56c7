import type { Executed } from '@liggare/kernel';

/** The answer to a command; {@link WrittenInterceptor} turns it into status, headers and body. */
export class Written<Body = unknown> {
  constructor(
    readonly executed: Pick<Executed<unknown>, 'revision' | 'position' | 'repeated'>,
    readonly location: string,
    readonly body: Body,
    readonly created: boolean,
  ) {}
}

export interface WrittenAnswer<Body> {
  /** Id of the resource the command was about. */
  readonly id: string;
  /** Path of what was created or changed. */
  readonly location: string;
  readonly body: Body;
  /** 201 instead of 200. */
  readonly created?: boolean;
}

/** What a route that has carried out a command returns. */
export function written<Body>(
  executed: Pick<Executed<unknown>, 'revision' | 'position' | 'repeated'>,
  answer: WrittenAnswer<Body>,
): Written<Body> {
  return new Written(executed, answer.location, answer.body, answer.created ?? false);
}
