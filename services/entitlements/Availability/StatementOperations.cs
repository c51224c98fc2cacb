using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using AvailabilityStatement = SlaPlatform.Contracts.Availability.V1.AvailabilityStatement;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>States months and takes claims for those below the guarantee.</summary>
internal sealed class StatementOperations(IDbContextFactory<EntitlementsDb> stores, Mutator<EntitlementsDb> mutator, TermsLoader loader, TimeProvider time)
{
    public async Task<AvailabilityStatement> GetAsync(GetAvailabilityRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var account = checks.RequiredName<AccountName>("account", request.Account);
        var instance = checks.Text("instance", request.Instance, Limits.TitleCharacters);
        var month = MonthRecord.MonthOf(checks, request.Month);
        checks.ThrowIfAny();
        var terms = await loader.LoadAllAsync(account!.Account, cancellation);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var now = time.GetStoredInstant();
        return ToWire(await MonthRecord.ReadAsync(db, account, instance, month!.Value, terms, now, cancellation), now);
    }

    public async Task<Changed<Credit>> ClaimAsync(ClaimCreditRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var account = checks.RequiredName<AccountName>("account", request.Account);
        var instance = checks.Text("instance", request.Instance, Limits.TitleCharacters);
        var month = MonthRecord.MonthOf(checks, request.Month);
        var fee = checks.RequiredMoney("monthly_fee", request.MonthlyFee);
        var requestId = checks.RequestId(request.RequestId);
        if (fee is { Amount: <= 0 })
        {
            checks.Add(ErrorReason.FieldOutOfRange, "monthly_fee", "It is not more than zero; give the month's licence fee.");
        }

        checks.ThrowIfAny();
        var terms = await loader.LoadAllAsync(account!.Account, cancellation);
        var mutation = new Mutation<EntitlementsDb, Credit>
        {
            Lock = db => db.LockAccountAsync(account.Account, cancellation),
            Apply = async (db, now) =>
            {
                var record = await MonthRecord.ReadAsync(db, account, instance, month!.Value, terms, now, cancellation);
                RequireDue(record, now);
                var credit = CreditOf(record, fee!.Value.Amount, fee.Value.Currency, now);
                db.Credits.Add(new CreditRow
                {
                    AccountId = account.Account,
                    Id = record.CreditId,
                    Instance = instance,
                    Year = month.Value.Year,
                    Month = month.Value.Month,
                    Credit = credit.ToByteArray(),
                    ClaimTime = now,
                });
                return credit.Name;
            },
            Read = async (db, name) => Credit.Parser.ParseFrom((await db.Credits.FindAsync([account.Account, CreditName.Parse(name).Credit], cancellation)
                ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name, "see GetAvailability")).Credit),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, account.Account), mutation, cancellation);
    }

    private static void RequireDue(MonthRecord record, Instant now)
    {
        var month = $"{record.Month:uuuu-MM}";
        var subject = new CreditName(record.Account.Account, record.CreditId).Format();
        if (record.Claimed is not null)
        {
            throw Refusals.AlreadyExists(subject, $"the credit of {month} was claimed; there is one for a month", ErrorReason.CreditAlreadyClaimed);
        }

        if (now < record.Span.End)
        {
            throw Refusals.FailedPrecondition(ErrorReason.NoCreditDue, subject, $"The month {month} is not over; claim after {record.Span.End}.");
        }

        if (record.Statement.Figure is not { IsBreached: true } figure)
        {
            throw Refusals.FailedPrecondition(
                ErrorReason.NoCreditDue, subject, $"The availability of {month} was not below the guarantee of {record.Guarantee.Promise.GuaranteePercent} %; see GetAvailability.");
        }

        if (LastDay(record) is { } last && now.InZone(record.Guarantee.Version.Zone()).Date > last)
        {
            throw Refusals.FailedPrecondition(ErrorReason.ClaimWindowEnded, subject, $"The credit of {month} ({figure.CreditPercent} %) could be claimed until {last:uuuu-MM-dd}.");
        }
    }

    private static LocalDate? LastDay(MonthRecord record) => CreditRules.Of(record.Guarantee.Revision.Policy).LastDay(record.Month);

    private static Credit CreditOf(MonthRecord record, decimal fee, Currency currency, Instant now)
    {
        var percent = record.Statement.Figure!.CreditPercent!.Value;
        var credit = Open(record, percent);
        credit.Amount = currency.ToMoney(CreditRules.Amount(percent, fee, currency));
        credit.ClaimTime = now.ToTimestamp();
        return credit;
    }

    private static Credit Open(MonthRecord record, decimal percent) => new()
    {
        Name = new CreditName(record.Account.Account, record.CreditId).Format(),
        Percent = Text(percent),
        ClaimUntilDate = LastDay(record)?.ToDate(),
    };

    private static Credit? CreditIn(MonthRecord record, Instant now) => record switch
    {
        { Claimed: { } claimed } => Credit.Parser.ParseFrom(claimed.Credit),
        { Statement.Figure: { IsBreached: true, CreditPercent: { } percent } } when now >= record.Span.End => Open(record, percent),
        _ => null,
    };

    private static AvailabilityStatement ToWire(MonthRecord record, Instant now)
    {
        var statement = record.Statement;
        return new AvailabilityStatement
        {
            Account = record.Account.Format(),
            Instance = record.Instance,
            StartTime = record.Span.Start.ToTimestamp(),
            EndTime = record.Span.End.ToTimestamp(),
            ServiceDuration = Engine.Availability.AvailabilityStatement.Length(statement.Service).ToProtobufDuration(),
            MaintenanceDuration = Engine.Availability.AvailabilityStatement.Length(statement.Maintenance).ToProtobufDuration(),
            DowntimeDuration = Engine.Availability.AvailabilityStatement.Length(statement.Downtime).ToProtobufDuration(),
            AvailabilityPercent = statement.Figure is { } figure ? Text(figure.Percent) : "",
            GuaranteePercent = Text(record.Guarantee.Promise.GuaranteePercent),
            Breached = statement.Figure is { IsBreached: true },
            Downtimes = { record.Downtimes.Select(row => row.ToWire(record.Exclusions)) },
            MaintenanceWindows = { record.Windows.Select(AvailabilityRows.ToWire) },
            Credit = CreditIn(record, now),
            CountedIntervals =
            {
                statement.Service.Select(span => Counted(CountedAs.Service, span))
                    .Concat(statement.Maintenance.Select(span => Counted(CountedAs.Maintenance, span)))
                    .Concat(statement.Downtime.Select(span => Counted(CountedAs.Downtime, span)))
                    .OrderBy(counted => counted.StartTime.ToInstant()).ThenBy(counted => counted.CountedAs),
            },
            Plan = new PlanName(record.Guarantee.Version.PolicyId, record.Guarantee.Plan.Id, record.Guarantee.Revision.Id).Format(),
            Source = record.Guarantee.Plan.Source,
        };
    }

    private static CountedInterval Counted(CountedAs countedAs, Interval span) =>
        new() { CountedAs = countedAs, StartTime = span.Start.ToTimestamp(), EndTime = span.End.ToTimestamp() };

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
