// Replays the golden vectors over gRPC with a client made from protos/.
// Usage: node replay-vectors.mjs PROTO_DIRS(colon-separated) CLOCKS_HOST:PORT ENTITLEMENTS_HOST:PORT TRIAGE_HOST:PORT VECTOR_FILE...
// Prints a line per failing vector and a last line of counts by kind; exits with 1 when any failed.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const deadlineMilliseconds = 30_000;
const [protoDirs, clocksAddress, entitlementsAddress, triageAddress, ...vectorFiles] = process.argv.slice(2);

const definition = loader.loadSync(
  [
    'slaplatform/clocks/v1/simulation_service.proto',
    'slaplatform/availability/v1/availability_service.proto',
    'slaplatform/entitlements/v1/entitlement_service.proto',
    'slaplatform/triage/v1/triage_service.proto',
  ],
  { includeDirs: protoDirs.split(':'), keepCase: true, enums: String, longs: Number, oneofs: true, defaults: true },
);
const { clocks, availability, entitlements, triage } = grpc.loadPackageDefinition(definition).slaplatform;

const planOf = (vector) => `policies/${vector.policy}/plans/${vector.plan}`;
const duration = (text) => ({ seconds: Number(text.replace('s', '')), nanos: 0 });
const civilDate = (text) => {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
};

const timestamp = (text) => ({ seconds: Math.floor(Date.parse(text) / 1000), nanos: (Date.parse(text) % 1000) * 1_000_000 });

// The vectors state whole seconds; anything finer must show as a difference.
const instant = (value) => {
  if (!value) {
    return null;
  }
  const whole = new Date(value.seconds * 1000).toISOString().replace('.000Z', '');
  return value.nanos ? `${whole}.${String(value.nanos).padStart(9, '0')}Z` : `${whole}Z`;
};

const details = {
  waiting_on_customer: (fact) => ({ reason: fact.reason }),
  paused: (fact) => ({ reason: fact.reason }),
  confirmed: (fact) => ({ cause: `CAUSE_${fact.cause.toUpperCase()}` }),
  handed_over: (fact) => ({ line: `LINE_${fact.line.toUpperCase()}` }),
  severity_changed: (fact) => ({
    verified_level: fact.verified_level,
    reason: 'golden',
    ...(fact.agreed_by ? { agreed_by_contact: `accounts/golden/contacts/${fact.agreed_by}` } : {}),
  }),
};

const requestOf = (vector) => {
  const [opened, ...others] = vector.facts;
  return {
    scenario: {
      plan: planOf(vector),
      time_zone: vector.time_zone,
      readings: vector.readings,
      holidays: vector.holidays.map(({ date, name }) => ({ date: civilDate(date), label: name })),
    },
    story: {
      id: vector.name,
      open_time: timestamp(opened.time),
      level: vector.level,
      claimed_only: vector.claimed_only ?? false,
      ...('production' in vector ? { production: vector.production } : {}),
      ...('unusable' in vector ? { service_unusable: vector.unusable } : {}),
      facts: others.map((fact) => ({
        effective_time: timestamp(fact.time),
        fact: { [fact.fact]: details[fact.fact]?.(fact) ?? {} },
      })),
    },
    until_time: timestamp(vector.until_time),
  };
};

const ladderDifferences = ({ expect }, { signals }) => {
  const retracted = new Set(signals.map((signal) => signal.detail.retracted_signal).filter(Boolean));
  const rungs = signals
    .filter((signal) => signal.detail.kind === 'SIGNAL_KIND_RUNG_REACHED' && !retracted.has(signal.id))
    .map((signal) => ({ level: signal.detail.rung_level, role: signal.detail.rung_role, time: instant(signal.due_time) }));
  const expected = expect.rungs.map(({ level, role, time }) => ({ level, role, time }));
  return isDeepStrictEqual(rungs, expected) ? [] : [`rungs are ${JSON.stringify(rungs)}, expected ${JSON.stringify(expected)}`];
};

const milestoneDifferences = (vector, { milestones }) => {
  const kind = `MILESTONE_KIND_${vector.milestone.toUpperCase()}`;
  const found = milestones.filter((milestone) => milestone.kind === kind && milestone.occurrence === vector.occurrence);
  if (found.length !== 1) {
    return [`${found.length} milestones ${vector.milestone} of occurrence ${vector.occurrence}`];
  }
  const actual = {
    state: found[0].state.replace('MILESTONE_STATE_', '').toLowerCase(),
    start_time: instant(found[0].start_time),
    due_time: instant(found[0].due_time),
  };
  return Object.keys(actual)
    .filter((key) => key in vector.expect && actual[key] !== vector.expect[key])
    .map((key) => `${key} is ${actual[key]}, expected ${vector.expect[key]}`);
};

const availabilityRequest = (vector) => ({
  plan: planOf(vector),
  service_duration: duration(vector.service_duration),
  maintenance_duration: duration(vector.maintenance_duration),
  downtime_duration: duration(vector.downtime_duration),
});

const sunsetRequest = (vector) => ({
  policy: `policies/${vector.policy}`,
  notice_date: civilDate(vector.notice_date),
  term_start_date: civilDate(vector.term_start_date),
  term_end_date: civilDate(vector.term_end_date),
  prepaid_fees: { currency_code: vector.currency, units: Number(vector.prepaid_fees), nanos: 0 },
});

const shown = (value, vector) => {
  if (value === null) {
    return '';
  }
  if (typeof value !== 'object') {
    return value;
  }
  if ('year' in value) {
    return [String(value.year).padStart(4, '0'), String(value.month).padStart(2, '0'), String(value.day).padStart(2, '0')].join('-');
  }
  // Anything finer than the minor unit, or in another currency, must show as a difference.
  const fraction = String(value.nanos).padStart(9, '0').replace(/0+$/, '').padEnd(vector.minor_digits, '0');
  const amount = fraction ? `${value.units}.${fraction}` : String(value.units);
  return value.currency_code === vector.currency ? amount : `${amount} ${value.currency_code}`;
};

const figureDifferences = (vector, response) =>
  Object.entries(vector.expect)
    .map(([key, wanted]) => [key, wanted, shown(response[key], vector)])
    .filter(([, wanted, found]) => found !== wanted)
    .map(([key, wanted, found]) => `${key} is ${found}, expected ${wanted}`);

// A document's word for an answer is the enum value's name in lower case, without the prefix that all its names share.
const reportFields = definition['slaplatform.triage.v1.IncidentReport'].type.field;
const enumName = (name, word) => {
  const type = reportFields.find((field) => field.name === name).typeName.replace(/^\./, '');
  const found = Object.entries(definition).find(([key]) => key === type || key.endsWith(`.${type}`));
  return found[1].type.value[0].name.replace('UNSPECIFIED', word.toUpperCase());
};

const assessmentRequest = ({ policy, report, claimed_level, verified_level, agreed_by_contact, readings }) => ({
  policy: `policies/${policy}`,
  report: Object.fromEntries(Object.entries(report).map(([name, word]) => [name, enumName(name, word)])),
  ...(claimed_level ? { claimed_level } : {}),
  ...(verified_level ? { verified_level } : {}),
  agreed_by_contact: agreed_by_contact ?? false,
  readings: readings ?? {},
});

const assessmentDifferences = ({ expect }, response) => {
  const actual = {
    ...response,
    missing: response.missing_information.map(({ field }) => field),
    exclusions: response.exclusions.map(({ clause }) => clause),
  };
  return Object.entries(expect)
    .filter(([key, wanted]) => !isDeepStrictEqual(actual[key], wanted))
    .map(([key, wanted]) => `${key} is ${JSON.stringify(actual[key])}, expected ${JSON.stringify(wanted)}`);
};

const credentials = grpc.credentials.createInsecure();
const simulation = new clocks.v1.SimulationService(clocksAddress, credentials);
const availabilities = new availability.v1.AvailabilityService(entitlementsAddress, credentials);
const sunsets = new entitlements.v1.EntitlementService(entitlementsAddress, credentials);
const assessments = new triage.v1.TriageService(triageAddress, credentials);

const runners = {
  milestone: [requestOf, simulation, 'SimulateTicket', milestoneDifferences],
  ladder: [requestOf, simulation, 'SimulateTicket', ladderDifferences],
  availability: [availabilityRequest, availabilities, 'ComputeAvailability', figureDifferences],
  sunset: [sunsetRequest, sunsets, 'ComputeSunsetTerms', figureDifferences],
  assessment: [assessmentRequest, assessments, 'AssessSeverity', assessmentDifferences],
};

const call = (client, method, request) =>
  new Promise((resolve, reject) => {
    const deadline = new Date(Date.now() + deadlineMilliseconds);
    client[method](request, { deadline }, (error, response) => (error ? reject(error) : resolve(response)));
  });

const run = async (vector) => {
  if (!(vector.kind in runners)) {
    return [`the runner does not know the kind ${vector.kind}`];
  }
  const [request, client, method, differences] = runners[vector.kind];
  try {
    return differences(vector, await call(client, method, request(vector)));
  } catch (error) {
    return [error.message];
  }
};

const vectors = vectorFiles.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).vectors);
const counts = {};
let failed = 0;
for (const vector of vectors) {
  counts[vector.kind] = (counts[vector.kind] ?? 0) + 1;
  const found = await run(vector);
  if (found.length > 0) {
    failed += 1;
    console.log(`${vector.name}: ${found.join('; ')}`);
  }
}
for (const client of [simulation, availabilities, sunsets, assessments]) {
  client.close();
}
const kinds = Object.keys(counts)
  .sort()
  .map((kind) => `${counts[kind]} ${kind}`)
  .join(', ');
console.log(`node: ${vectors.length - failed} vectors hold, ${failed} do not (${kinds})`);
process.exitCode = failed > 0 || vectors.length === 0 ? 1 : 0;
