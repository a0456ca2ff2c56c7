import { status } from '@grpc/grpc-js';
import type { Traffic } from './traffic.js';
import { notLeader, RpcError, type Endpoint } from './wire/rpc-errors.js';

/** A kind of call. Reading and subscribing are one gRPC method, and told apart here. */
export type Method =
  'read' | 'subscribe' | 'append' | 'batchAppend' | 'delete' | 'tombstone' | 'gossip' | 'serverFeatures' | 'users';

const METHODS: readonly Method[] = [
  'read',
  'subscribe',
  'append',
  'batchAppend',
  'delete',
  'tombstone',
  'gossip',
  'serverFeatures',
  'users',
];
const WRITES: readonly Method[] = ['append', 'batchAppend', 'delete', 'tombstone'];

/** When a misdeed can happen: as a message comes in, or as one would go out. */
export type Moment = 'request' | 'answer';

/** What is done to one message. */
export type Step =
  | { readonly do: 'drop' }
  | { readonly do: 'swallow' }
  | { readonly do: 'delay'; readonly milliseconds: number }
  | { readonly do: 'repeat' }
  | { readonly do: 'mistake-correlation' }
  | { readonly do: 'end' }
  | { readonly do: 'fail'; readonly error: RpcError };

/** Which messages a misdeed is about. */
export interface Scope {
  /** Default: all that can do it. */
  readonly methods?: readonly Method[];
  /** So many messages go well before. Default 0. */
  readonly after?: number;
  /** So many messages go wrong; then all is well again. Default: until it is stopped. */
  readonly times?: number;
}

/** A misdeed that was ordered, and can be called off. */
export interface Misdeed {
  /** How many messages went wrong so far. */
  readonly happened: number;
  stop(): void;
}

/** A call that is under way and can be ended from outside. */
export interface OpenCall {
  readonly method: Method;
  fail(error: RpcError): void;
  end(): void;
}

class Order implements Misdeed {
  happened = 0;

  constructor(
    private readonly moments: readonly Moment[],
    private readonly step: Step,
    private readonly scope: Required<Scope>,
    readonly stop: () => void,
  ) {}

  /** The step for this message, if it is its turn. */
  consider(moment: Moment, method: Method): Step | undefined {
    if (!this.moments.includes(moment) || !this.scope.methods.includes(method)) return undefined;
    if (this.seen++ < this.scope.after) return undefined;
    this.happened += 1;
    if (this.happened >= this.scope.times) this.stop();
    return this.step;
  }

  private seen = 0;
}

const NONE: readonly Step[] = [];

/** What goes wrong on demand. Nothing does unless it was asked for. */
export class Misbehaviour {
  private readonly orders = new Set<Order>();
  private readonly calls = new Set<OpenCall>();

  constructor(
    private readonly traffic: Traffic,
    private readonly cutAll: () => void,
  ) {}

  /** Cuts every connection now, without a goodbye. */
  dropNow(): void {
    this.cutAll();
  }

  /** Lets `messages` through and cuts the connection instead of the next, once unless `times` says otherwise. */
  dropAfter(messages: number, scope: Scope & { readonly direction?: 'received' | 'sent' | 'both' } = {}): Misdeed {
    const { direction = 'both', ...rest } = scope;
    const moments: readonly Moment[] =
      direction === 'both' ? ['request', 'answer'] : [direction === 'received' ? 'request' : 'answer'];
    return this.order(moments, { do: 'drop' }, METHODS, { times: 1, ...rest, after: messages });
  }

  /** Holds every answer back for so long. */
  delay(milliseconds: number, scope: Scope = {}): Misdeed {
    return this.order(['answer'], { do: 'delay', milliseconds }, METHODS, scope);
  }

  /** Accepts calls and messages and never does or answers anything. */
  silence(scope: Scope = {}): Misdeed {
    return this.order(['request', 'answer'], { do: 'swallow' }, METHODS, scope);
  }

  /** Does what is asked and never says so: an append is stored, and its answer lost. */
  loseAnswers(scope: Scope = {}): Misdeed {
    return this.order(['answer'], { do: 'swallow' }, WRITES, scope);
  }

  /**
   * Ends the stream of batch appends with OK instead of answering, once unless `times` says otherwise. `stored`: after
   * the append was stored; otherwise before.
   */
  endBatchStream(scope: Scope & { readonly stored?: boolean } = {}): Misdeed {
    const { stored = false, ...rest } = scope;
    const moment: Moment = stored ? 'answer' : 'request';
    return this.order([moment], { do: 'end' }, ['batchAppend'], { times: 1, ...rest });
  }

  /** Ends the streams of batch appends that are open now with OK, also when nothing is asked of them. */
  endBatchStreamsNow(): void {
    for (const call of this.open('batchAppend')) call.end();
  }

  /** Says that another node is the leader, to writes unless `methods` says otherwise. Nothing is stored. */
  answerNotLeader(leader: Endpoint, scope: Scope = {}): Misdeed {
    return this.order(['request'], { do: 'fail', error: notLeader(leader) }, WRITES, scope);
  }

  /** Fails calls with an error of choice, before anything is done. */
  fail(code: status, details: string, scope: Scope = {}): Misdeed {
    return this.order(['request'], { do: 'fail', error: new RpcError(code, details) }, METHODS, scope);
  }

  /** Answers appends under a correlation id that no one asked with. */
  unknownCorrelationId(scope: Scope = {}): Misdeed {
    return this.order(['answer'], { do: 'mistake-correlation' }, ['batchAppend'], scope);
  }

  /** Sends every answer twice. */
  duplicateResponses(scope: Scope = {}): Misdeed {
    return this.order(['answer'], { do: 'repeat' }, ['batchAppend', 'read', 'subscribe'], scope);
  }

  /** Ends the subscriptions that are open now with an error. */
  failSubscriptions(code: status = status.UNAVAILABLE, details = 'The subscription was dropped'): void {
    for (const call of this.open('subscribe')) call.fail(new RpcError(code, details));
  }

  /** Subscriptions stay open and get nothing any more. Newly opened ones neither, until it is stopped. */
  stallSubscriptions(scope: Scope = {}): Misdeed {
    return this.order(['answer'], { do: 'swallow' }, ['subscribe'], scope);
  }

  /** Calls everything off. */
  behave(): void {
    this.orders.clear();
  }

  /** What to do with this message; nothing special when it is empty. */
  steps(moment: Moment, method: Method): readonly Step[] {
    this.traffic.count(moment, method);
    if (this.orders.size === 0) return NONE;
    return [...this.orders].map((order) => order.consider(moment, method)).filter((step) => step !== undefined);
  }

  /** Tells of a call that is under way, until the returned function is called. */
  watch(call: OpenCall): () => void {
    this.calls.add(call);
    return () => this.calls.delete(call);
  }

  /** Ends whatever is under way. */
  endCalls(error: RpcError): void {
    for (const call of [...this.calls]) call.fail(error);
  }

  private open(method: Method): OpenCall[] {
    return [...this.calls].filter((call) => call.method === method);
  }

  private order(moments: readonly Moment[], step: Step, methods: readonly Method[], scope: Scope): Misdeed {
    const order: Order = new Order(moments, step, { after: 0, times: Infinity, methods, ...scope }, () =>
      this.orders.delete(order),
    );
    this.orders.add(order);
    return order;
  }
}
