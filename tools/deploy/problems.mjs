import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { interpolations, servicesOf } from './deployment.mjs';

const OUR_IMAGE = 'liggare:local';

/** The Compose specification's schema, as the package dclint publishes it. */
const schemaFile = fileURLToPath(new URL('../../node_modules/dclint/schemas/compose.schema.json', import.meta.url));

/** Is it a Compose file at all? */
export function schemaProblems({ compose }) {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  validate(compose);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every image says which version it is. */
export function imageProblems({ compose }) {
  return Object.entries(compose.services)
    .filter(([, { image }]) => image !== OUR_IMAGE && !/:[^/:]*\d+\.\d+/.test(image))
    .map(([name, { image }]) => `${name}: ${image} is not pinned to a version`);
}

/** Whatever goes on running says whether it is well, and whatever waits says for what. */
export function waitingProblems({ compose, dockerfile }) {
  const checkedImages = /^HEALTHCHECK /m.test(dockerfile) ? [OUR_IMAGE] : [];
  const once = ({ restart }) => restart === 'no';
  const checked = ({ healthcheck, image }) =>
    healthcheck ? healthcheck.disable !== true : checkedImages.includes(image);
  const problems = [];
  for (const [name, service] of Object.entries(compose.services)) {
    if (!once(service) && !checked(service)) problems.push(`${name} has no health check`);
    const awaited = service.depends_on ?? {};
    if (Array.isArray(awaited)) problems.push(`${name} does not say what it waits for`);
    for (const [other, { condition }] of Array.isArray(awaited) ? [] : Object.entries(awaited)) {
      const target = compose.services[other];
      if (!target) problems.push(`${name} waits for ${other}, which is not there`);
      else if (condition === 'service_healthy' && (once(target) || !checked(target)))
        problems.push(`${name} waits until ${other} is healthy, which it never is`);
      else if (condition === 'service_completed_successfully' && !once(target))
        problems.push(`${name} waits until ${other} ends, which it never does`);
      else if (!['service_healthy', 'service_completed_successfully'].includes(condition))
        problems.push(`${name} does not wait until ${other} is ready`);
    }
  }
  return problems;
}

/** With each profile everything that is needed starts, and the event store that starts is the one that is spoken to. */
export function profileProblems({ compose, profiles }) {
  return Object.entries(profiles).flatMap(([profile, settings]) => {
    const services = new Map(servicesOf(compose, profile));
    const problems = [];
    for (const [name, { depends_on: awaited = {} }] of services) {
      for (const [other, { required }] of Object.entries(awaited)) {
        if (!services.has(other) && required !== false) problems.push(`${profile}: ${name} needs ${other}`);
      }
    }
    const stores = [...services].filter(([, { environment }]) => environment?.EVENTSTORE_NODE_PORT);
    const url = settings.EVENTSTOREDB_URL;
    if ((settings.LIGGARE_EVENT_STORE === 'eventstoredb') !== (url !== undefined))
      problems.push(`${profile}: which event store?`);
    const hosts =
      url === undefined
        ? []
        : url
            .replace(/^esdb:\/\/([^@]*@)?/, '')
            .replace(/\?.*/, '')
            .split(',');
    const running = stores.map(([name, { environment }]) => `${name}:${environment.EVENTSTORE_NODE_PORT}`);
    if (hosts.sort().join() !== running.sort().join())
      problems.push(`${profile}: speaks to ${hosts}, starts ${running}`);
    for (const [name, { environment }] of stores) {
      const tls = environment.EVENTSTORE_INSECURE !== 'true';
      if (tls !== /[?&]tls=true\b/.test(url)) problems.push(`${profile}: ${name} and its address differ about TLS`);
      if (Number(environment.EVENTSTORE_CLUSTER_SIZE) !== stores.length)
        problems.push(`${profile}: ${name} expects another cluster`);
    }
    return problems;
  });
}

/** What containers are given is what the code reads, and what they are told to do it can. */
export function codeProblems(
  { compose, dockerfile, profiles },
  { variables, commands, optionsOf, healthRoutes, node },
) {
  const ours = Object.entries(compose.services).filter(([, { image }]) => image === OUR_IMAGE);
  const given = [
    ...ours.flatMap(([, { environment }]) => Object.keys(environment)),
    ...Object.values(profiles).flatMap((settings) => Object.keys(settings)),
    ...[...dockerfile.matchAll(/\b(LIGGARE_[A-Z_]+)=/g)].map(([, name]) => name),
  ];
  const problems = [...new Set(given)]
    .filter((name) => !variables.includes(name))
    .map((name) => `nobody reads ${name}`);
  for (const [name, { command, build, ports = [] }] of ours) {
    const [word, ...words] = command;
    if (!commands.includes(word)) problems.push(`${name}: there is no command ${word}`);
    for (const option of words.filter((other) => other.startsWith('--'))) {
      if (commands.includes(word) && !optionsOf(word).includes(option))
        problems.push(`${name}: ${word} knows no ${option}`);
    }
    if (!dockerfile.includes(` AS ${build.target}\n`))
      problems.push(`${name}: there is no build target ${build.target}`);
    const [, port] = /LIGGARE_HTTP_PORT=(\d+)/.exec(dockerfile) ?? [];
    if (ports.some((published) => !published.endsWith(`:${port}`)) || !dockerfile.includes(`EXPOSE ${port}\n`))
      problems.push(`${name}: publishes another port than it listens to`);
  }
  const [, route] = /'(\/[a-z]+)'\)\.then/.exec(dockerfile) ?? [];
  if (!healthRoutes.includes(route)) problems.push(`the API has no route ${route}`);
  if (!dockerfile.includes(`NODE=${node}-`)) problems.push(`the image has another Node than ${node}`);
  if (!/^USER (?!root)/m.test(dockerfile)) problems.push('the image runs as root');
  return problems;
}

/** A process without HTTP is watched by the file it rewrites, in a place it can write to. */
export function watchingProblems({ compose }) {
  return Object.entries(compose.services)
    .filter(([, { image, command }]) => image === OUR_IMAGE && command[0] === 'worker')
    .flatMap(([name, { command, healthcheck, read_only: readOnly, tmpfs }]) => {
      const at = command.indexOf('--alive-file');
      const [, watched] = /statSync\('([^']+)'\)/.exec((healthcheck?.test ?? []).join(' ')) ?? [];
      const written = at < 0 ? undefined : command[at + 1];
      if (written === undefined || written !== watched) return [`${name} writes ${written}, ${watched} is looked at`];
      return readOnly && !written.startsWith(`${tmpfs}/`) ? [`${name} cannot write ${written}`] : [];
    });
}

/** Nothing secret has a default, and the example names what must be chosen. */
export function secretProblems({ composeText, compose, example, profiles }) {
  const used = interpolations(composeText);
  const secret = (name) => /PASSWORD|SECRET|TOKEN/.test(name);
  const problems = used
    .filter(({ name, how }) => secret(name) && how !== '?')
    .map(({ name }) => `${name} need not be chosen`);
  for (const [name, { environment = {} }] of Object.entries(compose.services)) {
    for (const [key, value] of Object.entries(environment)) {
      if (secret(key) && !/^\$\{[A-Z_]+:\?[^}]+\}$/.test(value)) problems.push(`${name}: ${key} is written down`);
      if (/:\/\/[^/@:]*:[^/@]+@/.test(value.replace(/\$\{[^}]*\}/g, '')))
        problems.push(`${name}: ${key} holds a password`);
    }
  }
  const named = [
    ...used,
    ...Object.values(profiles).flatMap((settings) => interpolations(Object.values(settings).join())),
  ];
  for (const { name } of named) if (!(name in example)) problems.push(`deploy/env.example does not name ${name}`);
  for (const [name, value] of Object.entries(example)) {
    if (secret(name) && value !== '') problems.push(`deploy/env.example chooses ${name}`);
    if (!named.some((used) => used.name === name)) problems.push(`nobody uses ${name} of deploy/env.example`);
  }
  if (!(example.COMPOSE_PROFILES in profiles)) problems.push('deploy/env.example chooses no profile there is');
  return [...new Set(problems)];
}
