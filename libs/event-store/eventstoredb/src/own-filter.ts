import { matchesFilter, type Filter } from '@liggare/kernel';

/** What the server is asked to leave out; it knows one condition at a time, the rest is left out here. */
export type ServerFilter =
  | { readonly on: 'stream' | 'type'; readonly prefixes: readonly string[] }
  | { readonly on: 'stream'; readonly regex: string };

/** The filter of a reader, within the streams that are ours. */
export class OwnFilter {
  private readonly prefixes: readonly string[] | undefined;

  constructor(
    ownStreams: readonly string[] | undefined,
    private readonly filter: Filter | undefined,
  ) {
    this.prefixes = ownStreams && filter?.streamPrefixes ? common(ownStreams, filter.streamPrefixes) : ownStreams;
    this.prefixes ??= filter?.streamPrefixes;
  }

  /** Nothing can pass. */
  get isEmpty(): boolean {
    return this.prefixes?.length === 0 || this.filter?.types?.length === 0;
  }

  /** Lets everything pass that `passes` does, and perhaps more. */
  get onServer(): ServerFilter {
    if (this.prefixes?.length && !this.prefixes.includes('')) return { on: 'stream', prefixes: this.prefixes };
    if (this.filter?.types?.length) return { on: 'type', prefixes: this.filter.types };
    return { on: 'stream', regex: '^[^$]' };
  }

  /** The server leaves out everything that does not pass, but for system events in our streams. */
  get isWholeOnServer(): boolean {
    return !this.filter?.types;
  }

  passes(stream: string, type: string): boolean {
    if (stream.startsWith('$') || type.startsWith('$')) return false;
    if (this.prefixes && !this.prefixes.some((prefix) => stream.startsWith(prefix))) return false;
    return matchesFilter({ stream, type }, this.filter);
  }
}

/** The names that begin with one of each, as beginnings. */
function common(some: readonly string[], others: readonly string[]): string[] {
  const both = some.flatMap((a) => others.filter((b) => a.startsWith(b)).map(() => a));
  return [...new Set([...both, ...others.flatMap((b) => some.filter((a) => b.startsWith(a)).map(() => b))])];
}
