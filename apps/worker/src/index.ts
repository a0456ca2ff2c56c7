export { createWorker, type RunningWorker } from './create-worker.js';
