import {
  dataFile,
  issuerKeys,
  LocalIssuer,
  TokenVerifier,
  type Configuration,
  type PlatformParts,
} from '@liggare/platform';
import { SignedProgress } from '@liggare/transparency';
import { eventsBehind } from './event-store/events-behind.js';
import type { Register } from './open-register.js';
import { ownSecret } from './own-secret.js';

/** The name the register's own issuer signs under, when no identity provider is configured. */
const LOCAL_ISSUER = 'urn:liggare:local-issuer';

/** The register's parts under the names that Nest hands out. */
export async function platformParts(register: Register): Promise<PlatformParts> {
  const { configuration, clock, store, database, repository, revealer, origin, logger } = register;
  const localIssuer = await openLocalIssuer(configuration);
  return {
    ...{ configuration, clock, store, database, repository, revealer, origin, logger },
    receipts: new SignedProgress(database),
    readModels: {
      waitFor: (position, timeoutMs) => register.readModels.waitFor(position, timeoutMs),
      lag: async () =>
        Promise.all(
          (await register.readModels.lag()).map(async ({ projection, seconds, ...lag }) => ({
            projection,
            events: await eventsBehind(register, lag),
            seconds,
          })),
        ),
    },
    tokens: localIssuer?.verifier() ?? remoteVerifier(configuration),
    ...(localIssuer ? { localIssuer } : {}),
    idempotencySecret: await ownSecret(dataFile(configuration, 'keys', 'idempotency-secret')),
  };
}

/** The register's own issuer; undefined when an identity provider is configured. */
export async function openLocalIssuer(configuration: Configuration): Promise<LocalIssuer | undefined> {
  const { issuer, audience } = configuration.identity;
  if (issuer !== undefined) return undefined;
  return LocalIssuer.open(dataFile(configuration, 'keys', 'issuer.pem'), LOCAL_ISSUER, audience);
}

function remoteVerifier({ identity }: Configuration): TokenVerifier {
  const { issuer = '', audience, jwks } = identity;
  return new TokenVerifier(issuerKeys(issuer, jwks), issuer, audience);
}
