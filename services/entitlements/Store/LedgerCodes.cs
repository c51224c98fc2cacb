using SlaPlatform.Engine.Allowances;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The short codes of ledger operations and accounts, in the database and in the contract.</summary>
internal static class LedgerCodes
{
    public static string Of(LedgerOperation operation) => operation switch
    {
        LedgerOperation.Grant => "grant",
        LedgerOperation.Renew => "renew",
        LedgerOperation.Prorate => "prorate",
        LedgerOperation.Reserve => "reserve",
        LedgerOperation.Settle => "settle",
        LedgerOperation.Release => "release",
        LedgerOperation.Consume => "consume",
        LedgerOperation.Adjust => "adjust",
        LedgerOperation.Expire => "expire",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "It has no code."),
    };

    public static LedgerOperation OperationOf(string code) =>
        Enum.GetValues<LedgerOperation>().FirstOrDefault(operation => Of(operation) == code, (LedgerOperation)(-1)) is var found && found >= 0
            ? found
            : throw new InvalidDataException($"'{code}' is no operation of a ledger.");

    public static string Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Granted => "granted",
        LedgerAccount.Available => "available",
        LedgerAccount.Reserved => "reserved",
        LedgerAccount.Consumed => "consumed",
        LedgerAccount.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "It has no code."),
    };
}
