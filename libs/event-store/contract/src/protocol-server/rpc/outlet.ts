import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import type { Method, OpenCall, Step } from '../misbehaviour.js';
import type { RpcError } from '../wire/rpc-errors.js';
import type { RpcContext } from './rpc-context.js';

/** The side of a streaming call on which answers go out. Whoever sends waits for the client: nothing piles up here. */
export class Outlet<Answer> implements OpenCall {
  private closed = false;
  private readonly whenClosed = new Set<() => void>();
  private readonly unwatch: () => void;

  constructor(
    private readonly context: Pick<RpcContext, 'misbehave' | 'cut'>,
    readonly method: Method,
    private readonly call: ServerWritableStream<unknown, Answer> | ServerDuplexStream<unknown, Answer>,
    private readonly mistaken: (answer: Answer) => Answer = (answer) => answer,
  ) {
    this.unwatch = context.misbehave.watch(this);
    call.on('cancelled', () => this.close());
    call.on('close', () => this.close());
    call.on('error', () => this.close());
  }

  /** Whether anyone still listens. */
  get open(): boolean {
    return !this.closed;
  }

  /** At once when it is closed already. The returned function takes it back. */
  onClose(listener: () => void): () => void {
    if (this.closed) listener();
    else this.whenClosed.add(listener);
    return () => this.whenClosed.delete(listener);
  }

  /** `undefined`: it is on its way. A promise: wait for it before sending more. */
  send(answer: Answer): Promise<void> | undefined {
    const steps = this.context.misbehave.steps('answer', this.method);
    return steps.length === 0 ? this.write(answer) : this.misbehave(steps, answer);
  }

  fail(error: RpcError): void {
    if (this.closed) return;
    this.close();
    this.call.emit('error', error);
  }

  end(): void {
    if (this.closed) return;
    this.close();
    this.call.end();
  }

  drop(): void {
    this.close();
    this.context.cut(this.call.getPeer());
  }

  private write(answer: Answer): Promise<void> | undefined {
    if (this.closed || this.call.write(answer)) return undefined;
    return new Promise((resolve) => {
      const goOn = () => {
        this.call.off('drain', goOn);
        takeBack();
        resolve();
      };
      const takeBack = this.onClose(goOn);
      this.call.on('drain', goOn);
    });
  }

  private async misbehave(steps: readonly Step[], answer: Answer): Promise<void> {
    let message = answer;
    let copies = 1;
    for (const step of steps) {
      if (step.do === 'delay') await new Promise((resolve) => setTimeout(resolve, step.milliseconds));
      else if (step.do === 'drop') {
        this.drop();
        return;
      } else if (step.do === 'end') {
        this.end();
        return;
      } else if (step.do === 'fail') {
        this.fail(step.error);
        return;
      } else if (step.do === 'swallow') return;
      else if (step.do === 'repeat') copies += 1;
      else message = this.mistaken(message);
    }
    for (let sent = 0; sent < copies; sent += 1) await this.write(message);
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    this.unwatch();
    for (const listener of this.whenClosed) listener();
    this.whenClosed.clear();
  }
}
