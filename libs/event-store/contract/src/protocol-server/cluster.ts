import type { Member } from './rpc/gossip.js';
import type { Endpoint } from './wire/rpc-errors.js';

/** A node as its cluster sees it. */
export interface ClusterNode {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly running: boolean;
}

/** Nodes that serve the same log. One leads; which one is decided from outside. */
export class Cluster {
  private readonly nodes = new Set<ClusterNode>();
  private first: ClusterNode | undefined;

  /** The first to join leads. */
  join(node: ClusterNode): void {
    this.nodes.add(node);
    this.first ??= node;
  }

  elect(node: ClusterNode): void {
    this.first = node;
  }

  get leader(): ClusterNode | undefined {
    return this.first;
  }

  get members(): readonly Member[] {
    return [...this.nodes].map((node) => ({
      id: node.id,
      ...node.endpoint,
      state: !node.running ? 'shut-down' : node === this.first ? 'leader' : 'follower',
      alive: node.running,
    }));
  }
}
