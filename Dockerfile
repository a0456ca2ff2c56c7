# The register as one image; what it does is the command: serve --no-worker, worker, migrate, …
#
#   docker build --tag liggare .

ARG NODE=24.21.0-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npm run build

# What runs: no build tools, no test doubles, and no PostgreSQL, which `--omit=optional` leaves out with the pinned Node.
FROM node:${NODE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY --from=build /app/apps ./apps
COPY --from=build /app/libs ./libs
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && rm -rf libs/event-store/contract node_modules/@liggare/event-store-contract \
  && find apps libs -type d \( -name src -o -name out-tsc \) -prune -exec rm -rf {} + \
  && find apps libs -name 'tsconfig*' -delete

FROM node:${NODE} AS liggare
LABEL org.opencontainers.image.title="Liggare" \
      org.opencontainers.image.licenses="EUPL-1.2"
ENV NODE_ENV=production \
    LIGGARE_DATA_DIRECTORY=/data \
    LIGGARE_HTTP_HOST=0.0.0.0 \
    LIGGARE_HTTP_PORT=3000
RUN groupadd --gid 10001 liggare \
  && useradd --uid 10001 --gid liggare --no-create-home --shell /usr/sbin/nologin liggare \
  && install --directory --owner=liggare --group=liggare --mode=0700 /data
WORKDIR /app
COPY --from=dependencies /app ./
COPY LICENSE ./
USER liggare
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.LIGGARE_HTTP_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "apps/cli/dist/main.js"]
CMD ["serve", "--no-worker"]
