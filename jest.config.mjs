/** All projects in one run, so that they share one PostgreSQL and two workers. */
export default {
  projects: [
    '<rootDir>/apps/*/jest.config.mjs',
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/libs/event-store/*/jest.config.mjs',
  ],
};
