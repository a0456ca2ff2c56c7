/** All projects in one run, so that they share one PostgreSQL and two workers. */
export default {
  // Asked for here too: in a run of several projects jest does not look at theirs.
  testTimeout: 60_000,
  projects: [
    '<rootDir>/apps/*/jest.config.mjs',
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/libs/event-store/*/jest.config.mjs',
  ],
};
