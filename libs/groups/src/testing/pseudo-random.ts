/** A small seeded generator (mulberry32): the same seed always makes the same history. */
export class PseudoRandom {
  constructor(private seed: number) {}

  /** A whole number of 32 bits. */
  bits(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** 0 … n - 1. */
  below(n: number): number {
    return this.bits() % n;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** Random bits in the form of a UUID of version 4. */
  uuid(): string {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()]
      .map((n) => n.toString(16).padStart(8, '0'))
      .join('');
    const variant = '89ab'[this.below(4)]!;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
