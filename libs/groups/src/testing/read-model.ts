export { applyBatch, dump, layReadModel, project } from '@liggare/projections';
