using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using SlaPlatform.Triage.Clocks;
using SlaPlatform.Triage.Policies;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Releases;

/// <summary>Records releases, and ends the support of their versions. The clocks of the tickets that a release fixes are told afterwards.</summary>
internal sealed class ReleaseOperations(IDbContextFactory<TriageDb> stores, Mutator<TriageDb> mutator, FixedTickets fixedTickets, PolicySource policies, TimeProvider time)
{
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    public async Task<Changed<Release>> RecordAsync(RecordReleaseRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<PolicyName>("parent", request.Parent);
        var given = request.Release ?? new Release();
        var product = checks.RequiredText("release.product", given.Product, Limits.TitleCharacters);
        var version = checks.RequiredText("release.version", given.Version, Limits.CodeCharacters);
        var released = checks.RequiredTime("release.release_time", given.ReleaseTime).ToStored();
        var now = time.GetStoredInstant();
        if (released > now + Tolerance)
        {
            checks.Add(ErrorReason.FieldOutOfRange, "release.release_time", $"{released} lies in the future (it is {now}); record a release once it is out.");
        }

        var end = checks.Time("release.support_end_time", given.SupportEndTime)?.ToStored();
        RequireOrder(checks, "release.support_end_time", released, end);
        FixedTickets.Check(checks, given);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        if (!await mutator.KnowsAsync(requestId, cancellation))
        {
            await new PolicyReference(parent!.Policy, null, null).GetAsync(policies, asOf: null, cancellation);
            await fixedTickets.RequireOfPolicyAsync(given, parent.Policy, cancellation);
        }

        var tickets = FixedTickets.InOrder(given);
        var mutation = new Mutation<TriageDb, Release>
        {
            Lock = async db =>
            {
                foreach (var ticket in tickets)
                {
                    await db.LockTicketAsync(ticket, cancellation);
                }
            },
            Apply = async (db, at) =>
            {
                if (await db.Releases.AnyAsync(row => row.PolicyId == parent!.Policy && row.Product == product && row.Version == version, cancellation))
                {
                    throw Refusals.AlreadyExists($"{parent!.Format()}/releases ({product} {version})", "list releases with ListReleases");
                }

                var name = new ReleaseName(parent!.Policy, NewIds.Of(requestId, at));
                db.Releases.Add(new ReleaseRow
                {
                    PolicyId = parent.Policy,
                    Id = name.Release,
                    Product = product,
                    Version = version,
                    ReleaseTime = released,
                    IsRoutine = given.Routine,
                    SupportEnd = end,
                    Revision = 1,
                });
                // Only a routine release is what was promised; another one resolves all the same.
                var body = new FactBody { Actor = "release", Resolved = new Resolved { Release = given.Routine ? name.Format() : "" } };
                foreach (var ticket in tickets)
                {
                    var fact = await ClockFacts.AddAsync(db, ticket, requestId, body, Instant.Min(released, at), at, cancellation);
                    db.FixedTickets.Add(new FixedTicketRow { PolicyId = parent.Policy, ReleaseId = name.Release, TicketId = ticket, FactId = fact });
                }

                return name.Format();
            },
            Read = (db, name) => ReadAsync(db, ReleaseName.Parse(name), cancellation),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, subject: null), mutation, cancellation);
    }

    public async Task<Changed<Release>> EndSupportAsync(EndReleaseSupportRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ReleaseName>("name", request.Name);
        var end = checks.RequiredTime("support_end_time", request.SupportEndTime).ToStored();
        if (request.Etag.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "etag", "It is empty; get the release and send its etag.");
        }

        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var mutation = new Mutation<TriageDb, Release>
        {
            Lock = db => db.LockTicketAsync(name!.Format(), cancellation),
            Apply = async (db, _) =>
            {
                var row = await FindAsync(db, name!, cancellation);
                if (row.EtagOf() != request.Etag)
                {
                    throw Refusals.StaleEtag(name!.Format(), request.Etag);
                }

                RequireOrder(checks, "support_end_time", row.ReleaseTime, end);
                checks.ThrowIfAny();
                row.SupportEnd = end;
                row.Revision++;
                return name!.Format();
            },
            Read = (db, _) => ReadAsync(db, name!, cancellation),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, name!.Format()), mutation, cancellation);
    }

    public async Task<Release> GetAsync(GetReleaseRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ReleaseName>("name", request.Name);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        return await ReadAsync(db, name!, cancellation);
    }

    public async Task<ListReleasesResponse> ListAsync(ListReleasesRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<PolicyName>("parent", request.Parent);
        var product = checks.Text("product", request.Product, Limits.TitleCharacters);
        var size = checks.PageSize(request.PageSize);
        var after = PageTokens.Decode(checks, request, request.PageToken) ?? "";
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var rows = await db.Releases.AsNoTracking()
            .Where(row => row.PolicyId == parent!.Policy && string.Compare(row.Id, after) > 0 && (product == "" || row.Product == product))
            .OrderBy(row => row.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListReleasesResponse
        {
            Releases = { rows.Take(size).Select(row => row.ToWire()) },
            NextPageToken = rows.Count > size ? PageTokens.Encode(request, rows[size - 1].Id) : "",
        };
    }

    private static void RequireOrder(RequestChecks checks, string field, Instant released, Instant? end)
    {
        if (end < released)
        {
            checks.Add(ErrorReason.TimeOrder, field, $"{end} is before the release at {released}; give that or a later time.");
        }
    }

    private static async Task<ReleaseRow> FindAsync(TriageDb db, ReleaseName name, CancellationToken cancellation) =>
        await db.Releases.FindAsync([name.Policy, name.Release], cancellation)
            ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "list releases with ListReleases");

    private static async Task<Release> ReadAsync(TriageDb db, ReleaseName name, CancellationToken cancellation) =>
        await (await FindAsync(db, name, cancellation)).ToWireAsync(db, cancellation);
}
