"""Replays the golden vectors over gRPC with a client generated from protos/.

Usage: replay_vectors.py GENERATED_DIR CLOCKS_HOST:PORT VECTOR_FILE...
Prints a line per failing vector and a last line of counts; exits with 1 when any failed.
"""

import json
import sys

import grpc
from google.protobuf import json_format

sys.path.insert(0, sys.argv[1])

from slaplatform.clocks.v1 import simulation_pb2, simulation_service_pb2_grpc  # noqa: E402
from slaplatform.vocabulary.v1 import milestone_pb2, signal_kind_pb2  # noqa: E402

DEADLINE_SECONDS = 30


def fact_body(fact):
    kind = fact["fact"]
    fields = {
        "waiting_on_customer": lambda: {"reason": fact["reason"]},
        "paused": lambda: {"reason": fact["reason"]},
        "confirmed": lambda: {"cause": "CAUSE_" + fact["cause"].upper()},
        "handed_over": lambda: {"line": "LINE_" + fact["line"].upper()},
        "severity_changed": lambda: {
            "verified_level": fact["verified_level"],
            "reason": "golden",
            **({"agreed_by_contact": f"accounts/golden/contacts/{fact['agreed_by']}"} if "agreed_by" in fact else {}),
        },
    }.get(kind, dict)()
    return {kind: fields}


def request_of(vector):
    opened, *others = vector["facts"]
    story = {
        "id": vector["name"],
        "open_time": opened["time"],
        "level": vector["level"],
        "claimed_only": vector.get("claimed_only", False),
        "facts": [{"effective_time": fact["time"], "fact": fact_body(fact)} for fact in others],
    }
    if "production" in vector:
        story["production"] = vector["production"]
    if "unusable" in vector:
        story["service_unusable"] = vector["unusable"]
    holidays = []
    for holiday in vector["holidays"]:
        year, month, day = (int(part) for part in holiday["date"].split("-"))
        holidays.append({"date": {"year": year, "month": month, "day": day}, "label": holiday["name"]})
    request = {
        "scenario": {
            "plan": f"policies/{vector['policy']}/plans/{vector['plan']}",
            "time_zone": vector["time_zone"],
            "readings": vector["readings"],
            "holidays": holidays,
        },
        "story": story,
        "until_time": vector["until_time"],
    }
    return json_format.ParseDict(request, simulation_pb2.SimulateTicketRequest())


def instant(message, field):
    return getattr(message, field).ToJsonString() if message.HasField(field) else None


def differences(vector, response):
    expect = vector["expect"]
    if vector["kind"] == "ladder":
        retracted = {signal.detail.retracted_signal for signal in response.signals if signal.detail.retracted_signal}
        rungs = [
            {"level": signal.detail.rung_level, "role": signal.detail.rung_role, "time": instant(signal, "due_time")}
            for signal in response.signals
            if signal.detail.kind == signal_kind_pb2.SIGNAL_KIND_RUNG_REACHED and signal.id not in retracted
        ]
        expected = [{key: rung[key] for key in ("level", "role", "time")} for rung in expect["rungs"]]
        return [] if rungs == expected else [f"rungs are {rungs}, expected {expected}"]
    kind = milestone_pb2.MilestoneKind.Value("MILESTONE_KIND_" + vector["milestone"].upper())
    found = [m for m in response.milestones if m.kind == kind and m.occurrence == vector["occurrence"]]
    if len(found) != 1:
        return [f"{len(found)} milestones {vector['milestone']} of occurrence {vector['occurrence']}"]
    milestone = found[0]
    actual = {
        "state": milestone_pb2.MilestoneState.Name(milestone.state).removeprefix("MILESTONE_STATE_").lower(),
        "start_time": instant(milestone, "start_time"),
        "due_time": instant(milestone, "due_time"),
    }
    return [f"{key} is {actual[key]}, expected {expect[key]}" for key in actual if key in expect and actual[key] != expect[key]]


def main():
    vectors = []
    for path in sys.argv[3:]:
        with open(path, encoding="utf-8") as file:
            vectors.extend(json.load(file)["vectors"])
    failed = 0
    with grpc.insecure_channel(sys.argv[2]) as channel:
        stub = simulation_service_pb2_grpc.SimulationServiceStub(channel)
        for vector in vectors:
            try:
                found = differences(vector, stub.SimulateTicket(request_of(vector), timeout=DEADLINE_SECONDS))
            except grpc.RpcError as error:
                found = [f"{error.code()}: {error.details()}"]
            if found:
                failed += 1
                print(f"{vector['name']}: {'; '.join(found)}")
    print(f"python: {len(vectors) - failed} vectors hold, {failed} do not")
    return 1 if failed or not vectors else 0


if __name__ == "__main__":
    sys.exit(main())
