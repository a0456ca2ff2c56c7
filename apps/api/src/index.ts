export { createApi } from './create-api.js';
export { buildOpenApiDocument } from './open-api-document.js';
