export {
  dataFile,
  environmentVariables,
  InvalidConfiguration,
  readConfiguration,
  type Configuration,
} from './configuration/configuration.js';
export { EVENT_STORES, type EventStoreKind } from './configuration/event-stores.js';
export * from './tokens.js';
export * from './slice.js';
export * from './revealer.js';
export * from './platform.module.js';
export * from './identity/role.js';
export { Inside } from './identity/inside.decorator.js';
export { PublicRoute, Roles } from './identity/route-access.decorator.js';
export { LocalIssuer } from './identity/local-issuer.js';
export { issuerKeys } from './identity/issuer-keys.js';
export { TokenVerifier } from './identity/token-verifier.js';
export { AsOfQuery, AsOfResolver, AsOfView, type AsOf } from './http/as-of.js';
export { EntityReader, type Presented } from './http/entity-reader.js';
export { configureHttp } from './http/configure-http.js';
export { BODY_LIMIT, createHttpAdapter } from './http/http-adapter.js';
export { digits, PageMeta, PageQuery, paged, type Paged } from './http/page.js';
export { Sent, SentCommand } from './http/sent-command.js';
export { Written, written } from './http/written.js';
export { makeSecretFile, readSecretFile, replaceSecretFile } from './secrets/secret-file.js';
export { platformMigrations } from './platform-migrations.js';
export { describeApi } from './openapi/describe-api.js';
export { sealedText } from './openapi/sealed-text.js';
export { createLogger, LOGGER, NestLogger, type Logger } from './observability/logger.js';
export { PROBLEMS } from './problems/catalogue.js';
export { Problem } from './problems/problem.js';
export { IsCivilDate } from './validation/is-civil-date.js';
export { IsPartialDate } from './validation/is-partial-date.js';
export type { HeaderWriter } from './http/entity-tag.js';
export { IsUuidString } from './validation/is-uuid-string.js';
export { MayBeAbsent } from './validation/may-be-absent.js';
export { IsLine, IsLines } from './validation/text-shape.js';
