// Replays the golden vectors over gRPC with a client made from protos/.
// Usage: node replay-vectors.mjs PROTO_DIRS(colon-separated) CLOCKS_HOST:PORT VECTOR_FILE...
// Prints a line per failing vector and a last line of counts; exits with 1 when any failed.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const deadlineMilliseconds = 30_000;
const [protoDirs, address, ...vectorFiles] = process.argv.slice(2);

const definition = loader.loadSync('slaplatform/clocks/v1/simulation_service.proto', {
  includeDirs: protoDirs.split(':'),
  keepCase: true,
  enums: String,
  longs: Number,
  oneofs: true,
});
const { SimulationService } = grpc.loadPackageDefinition(definition).slaplatform.clocks.v1;

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
      plan: `policies/${vector.policy}/plans/${vector.plan}`,
      time_zone: vector.time_zone,
      readings: vector.readings,
      holidays: vector.holidays.map(({ date, name }) => {
        const [year, month, day] = date.split('-').map(Number);
        return { date: { year, month, day }, label: name };
      }),
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

const client = new SimulationService(address, grpc.credentials.createInsecure());
const simulate = (request) =>
  new Promise((resolve, reject) => {
    const deadline = new Date(Date.now() + deadlineMilliseconds);
    client.SimulateTicket(request, { deadline }, (error, response) => (error ? reject(error) : resolve(response)));
  });

const vectors = vectorFiles.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).vectors);
let failed = 0;
for (const vector of vectors) {
  let found;
  try {
    const response = await simulate(requestOf(vector));
    found = vector.kind === 'ladder' ? ladderDifferences(vector, response) : milestoneDifferences(vector, response);
  } catch (error) {
    found = [error.message];
  }
  if (found.length > 0) {
    failed += 1;
    console.log(`${vector.name}: ${found.join('; ')}`);
  }
}
client.close();
console.log(`node: ${vectors.length - failed} vectors hold, ${failed} do not`);
process.exitCode = failed > 0 || vectors.length === 0 ? 1 : 0;
