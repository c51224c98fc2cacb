"""Replays the golden vectors over gRPC with a client generated from protos/.

Usage: replay_vectors.py GENERATED_DIR CLOCKS_HOST:PORT ENTITLEMENTS_HOST:PORT TRIAGE_HOST:PORT VECTOR_FILE...
Prints a line per failing vector and a last line of counts by kind; exits with 1 when any failed.
"""

import collections
import json
import sys

import grpc
from google.protobuf import json_format

sys.path.insert(0, sys.argv[1])

from slaplatform.availability.v1 import availability_service_pb2_grpc, figure_pb2  # noqa: E402
from slaplatform.clocks.v1 import simulation_pb2, simulation_service_pb2_grpc  # noqa: E402
from slaplatform.entitlements.v1 import entitlement_service_pb2_grpc, sunset_terms_pb2  # noqa: E402
from slaplatform.triage.v1 import assessment_pb2, incident_report_pb2, triage_service_pb2_grpc  # noqa: E402
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


def availability_request(vector):
    durations = ("service_duration", "maintenance_duration", "downtime_duration")
    request = {"plan": f"policies/{vector['policy']}/plans/{vector['plan']}", **{key: vector[key] for key in durations}}
    return json_format.ParseDict(request, figure_pb2.ComputeAvailabilityRequest())


def sunset_request(vector):
    request = {
        "policy": f"policies/{vector['policy']}",
        "prepaid_fees": {"currency_code": vector["currency"], "units": vector["prepaid_fees"]},
    }
    for key in ("notice_date", "term_start_date", "term_end_date"):
        request[key] = dict(zip(("year", "month", "day"), map(int, vector[key].split("-"))))
    return json_format.ParseDict(request, sunset_terms_pb2.ComputeSunsetTermsRequest())


def shown(vector, response, key):
    value = getattr(response, key)
    if not hasattr(value, "DESCRIPTOR"):
        return value
    if not response.HasField(key):
        return ""
    if value.DESCRIPTOR.full_name == "google.type.Date":
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    # Anything finer than the minor unit, or in another currency, must show as a difference.
    fraction = f"{value.nanos:09}".rstrip("0").ljust(vector["minor_digits"], "0")
    amount = f"{value.units}.{fraction}" if fraction else str(value.units)
    return amount if value.currency_code == vector["currency"] else f"{amount} {value.currency_code}"


def figure_differences(vector, response):
    actual = {key: shown(vector, response, key) for key in vector["expect"]}
    return [f"{key} is {actual[key]}, expected {wanted}" for key, wanted in vector["expect"].items() if actual[key] != wanted]


def enum_name(field, word):
    """A document's word for an answer is the enum value's name in lower case, without the prefix that all its names share."""
    prefix = field.enum_type.values_by_number[0].name.removesuffix("UNSPECIFIED")
    return prefix + word.upper()


def assessment_request(vector):
    fields = incident_report_pb2.IncidentReport.DESCRIPTOR.fields_by_name
    request = {
        "policy": f"policies/{vector['policy']}",
        "report": {name: enum_name(fields[name], word) for name, word in vector["report"].items()},
        **{key: vector[key] for key in ("claimed_level", "verified_level", "agreed_by_contact", "readings") if key in vector},
    }
    return json_format.ParseDict(request, assessment_pb2.AssessSeverityRequest())


def assessment_differences(vector, response):
    actual = {
        "proposed_level": response.proposed_level,
        "rule": response.rule,
        "ruling_level": response.ruling_level,
        "diverted": response.diverted,
        "missing": [item.field for item in response.missing_information],
        "exclusions": [exclusion.clause for exclusion in response.exclusions],
    }
    return [f"{key} is {actual[key]}, expected {wanted}" for key, wanted in vector["expect"].items() if actual[key] != wanted]


def runners(clocks, entitlements, triage):
    simulation = simulation_service_pb2_grpc.SimulationServiceStub(clocks)
    availability = availability_service_pb2_grpc.AvailabilityServiceStub(entitlements)
    sunsets = entitlement_service_pb2_grpc.EntitlementServiceStub(entitlements)
    assessments = triage_service_pb2_grpc.TriageServiceStub(triage)
    ticket = (request_of, simulation.SimulateTicket, differences)
    return {
        "milestone": ticket,
        "ladder": ticket,
        "availability": (availability_request, availability.ComputeAvailability, figure_differences),
        "sunset": (sunset_request, sunsets.ComputeSunsetTerms, figure_differences),
        "assessment": (assessment_request, assessments.AssessSeverity, assessment_differences),
    }


def run(vector, known):
    if vector["kind"] not in known:
        return [f"the runner does not know the kind {vector['kind']}"]
    request, call, compare = known[vector["kind"]]
    try:
        return compare(vector, call(request(vector), timeout=DEADLINE_SECONDS))
    except grpc.RpcError as error:
        return [f"{error.code()}: {error.details()}"]


def main():
    vectors = []
    for path in sys.argv[5:]:
        with open(path, encoding="utf-8") as file:
            vectors.extend(json.load(file)["vectors"])
    failed = 0
    with (
        grpc.insecure_channel(sys.argv[2]) as clocks,
        grpc.insecure_channel(sys.argv[3]) as entitlements,
        grpc.insecure_channel(sys.argv[4]) as triage,
    ):
        known = runners(clocks, entitlements, triage)
        for vector in vectors:
            found = run(vector, known)
            if found:
                failed += 1
                print(f"{vector['name']}: {'; '.join(found)}")
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(collections.Counter(vector["kind"] for vector in vectors).items()))
    print(f"python: {len(vectors) - failed} vectors hold, {failed} do not ({kinds})")
    return 1 if failed or not vectors else 0


if __name__ == "__main__":
    sys.exit(main())
