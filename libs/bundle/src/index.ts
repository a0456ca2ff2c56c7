export { DirectoryInUse } from './export/bundle-directory.js';
export { NothingSigned, type BundleOptions, type BundleSource } from './export/bundle-source.js';
export { exportBundle, type ExportedBundle } from './export/export-bundle.js';
export { registerReducers } from './export/reducers.js';
export { BundleModule } from './http/bundle.module.js';
export { tarOfDirectory } from './tar/tar-of-directory.js';
