/** Where a command's answer goes: readable lines for people, or one JSON document (`--json`) for programs. */
export interface Output {
  readonly json: boolean;
  /** The answer. In JSON mode `data` is printed, otherwise `lines`. */
  answer(data: unknown, lines: () => readonly string[]): void;
  /** What is going on; goes to stderr, and nowhere in JSON mode. */
  note(line: string): void;
}

export function outputFor(json: boolean): Output {
  return {
    json,
    answer(data, lines) {
      process.stdout.write(
        json
          ? `${JSON.stringify(data, plainBigInts, 2)}\n`
          : lines()
              .map((line) => `${line}\n`)
              .join(''),
      );
    },
    note(line) {
      if (!json) process.stderr.write(`${line}\n`);
    },
  };
}

/** Positions and revisions leave as decimal digits. */
function plainBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
