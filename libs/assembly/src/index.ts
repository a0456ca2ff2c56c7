export { openDatabase } from './open-database.js';
export { openRegister, type OpenOptions, type Register } from './open-register.js';
export { openLocalIssuer, platformParts } from './platform-parts.js';
export { RegisterModule } from './register.module.js';
export { catalogues, migrations, projections, slices } from './slices.js';
export { startWorker } from './start-worker.js';
