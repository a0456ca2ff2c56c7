import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The sockets the server is reached by. They are its own, so that it can cut one without a goodbye. */
export class Connections {
  private readonly sockets = new Set<Socket>();
  private listener: Server | undefined;

  constructor(
    private readonly host: string,
    private readonly accept: (socket: Socket) => void,
  ) {}

  /** @returns the port, which the system chooses when `port` is 0. */
  async listen(port: number): Promise<number> {
    const listener = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      socket.setNoDelay(true);
      this.accept(socket);
    });
    this.listener = listener;
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, this.host, resolve);
    });
    return (listener.address() as AddressInfo).port;
  }

  /** Refuses new connections; those that are open stay. */
  refuse(): Promise<void> {
    const listener = this.listener;
    this.listener = undefined;
    if (listener === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      listener.close(() => resolve());
      if (this.sockets.size > 0) resolve();
    });
  }

  /** @param peer `address:port` of the other end. */
  cut(peer: string): void {
    for (const socket of this.sockets)
      if (peer.endsWith(`:${socket.remotePort}`) && peer.includes(socket.remoteAddress ?? '')) socket.destroy();
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  get count(): number {
    return this.sockets.size;
  }
}
