// Times moment-business-time and dayjs-business-time on the questions given on standard input, inside this process, and answers with nanoseconds and answers.
// Both libraries count in the zone of the process: start it with TZ set.
import { readFileSync } from "node:fs";
import dayjs from "dayjs";
import dayjsBusinessTime from "dayjs-business-time";
import moment from "moment";
import "moment-business-time";

dayjs.extend(dayjsBusinessTime);
const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const { cases, holidays, milliseconds } = JSON.parse(readFileSync(0, "utf8"));

const libraries = {
  "moment-business-time": {
    set({ windows }, closed) {
      moment.updateLocale("en", { workinghours: Object.fromEntries(windows.map((w, day) => [day, w])), holidays: closed });
    },
    add: (start, minutes) => moment(start).addWorkingTime(minutes, "minutes").valueOf(),
    measure: (start, end) => moment(end).workingDiff(moment(start), "minutes", true) * 60_000,
  },
  "dayjs-business-time": {
    set({ windows }, closed) {
      dayjs.setBusinessTime(Object.fromEntries(windows.map((w, day) => [days[day], w ? [{ start: w[0], end: w[1] }] : null])));
      dayjs.setHolidays(closed);
    },
    add: (start, minutes) => dayjs(start).addBusinessMinutes(minutes).valueOf(),
    measure: (start, end) => dayjs(start).businessMinutesDiff(dayjs(end)) * 60_000,
  },
};

// Rounds over all questions until the time is up, after rounds to warm up: the round that gave the answers is one, and enough where it took that long.
// The sum keeps the work from being optimised away.
function ask(work, questions) {
  let sum = 0;
  const rounds = (limit) => {
    const begin = process.hrtime.bigint();
    let count = 0;
    let elapsed;
    do {
      for (const question of questions) sum += work(question);
      count += questions.length;
      elapsed = Number(process.hrtime.bigint() - begin);
    } while (elapsed < limit);
    return elapsed / count;
  };
  const begin = process.hrtime.bigint();
  const answers = questions.map(work);
  if (Number(process.hrtime.bigint() - begin) < milliseconds * 1e6) rounds(milliseconds * 5e5);
  const nanoseconds = rounds(milliseconds * 1e6);
  if (Number.isNaN(sum)) throw new Error("an answer is no number");
  return { answers, nanoseconds };
}

const results = [];
for (const [library, calls] of Object.entries(libraries)) {
  for (const item of cases) {
    calls.set(item, item.holidays ? holidays : []);
    const of = (operation, work) => results.push({ library, calendar: item.calendar, distance: item.distance, operation, ...ask(work, item.questions) });
    of("Add", ({ start, minutes }) => calls.add(start, minutes));
    of("Measure", ({ start, end }) => calls.measure(start, end));
  }
}

process.stdout.write(JSON.stringify({ node: process.version, results }));
