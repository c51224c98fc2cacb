using Google.Type;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Money between the wire and the domain: exact, in billionths of a unit.</summary>
public static class MoneyMapping
{
    private const int NanosInUnit = 1_000_000_000;
    private const int MostShown = 10;

    extension(RequestChecks checks)
    {
        /// <summary>An amount of money that must be given. Its sign is not judged here.</summary>
        /// <param name="field">The path of the field.</param>
        /// <param name="value">The amount.</param>
        /// <returns>The amount and its currency, or null when it is missing or faulty.</returns>
        public (decimal Amount, Currency Currency)? RequiredMoney(string field, Money? value)
        {
            if (value is null)
            {
                checks.Add(ErrorReason.FieldRequired, field, "It is unset; give an amount of money.");
                return null;
            }

            var currency = checks.Currency($"{field}.currency_code", value.CurrencyCode);
            var isSound = value.Nanos is > -NanosInUnit and < NanosInUnit && (value.Units == 0 || value.Nanos == 0 || value.Units > 0 == value.Nanos > 0);
            if (!isSound)
            {
                checks.Add(ErrorReason.FieldOutOfRange, $"{field}.nanos", $"It is {value.Nanos}; give less than {NanosInUnit} either way, with the sign of the units.");
            }

            return currency is not null && isSound ? (value.Units + ((decimal)value.Nanos / NanosInUnit), currency) : null;
        }

        private Currency? Currency(string field, string code)
        {
            var currency = Engine.Currencies.Currency.Find(code);
            if (code.Length == 0)
            {
                checks.Add(ErrorReason.FieldRequired, field, "It is empty; give a currency of ISO 4217 such as EUR.");
            }
            else if (currency is null)
            {
                var shown = code.Length <= MostShown ? code : code[..MostShown] + "...";
                checks.Add(ErrorReason.UnknownCurrency, field, $"'{shown}' is no currency of ISO 4217; use a code such as EUR.");
            }

            return currency;
        }
    }

    /// <summary>An amount in a currency as the contract has it.</summary>
    /// <exception cref="OverflowException">Its units do not fit 64 bits.</exception>
    public static Money ToMoney(this Currency currency, decimal amount)
    {
        var units = decimal.Truncate(amount);
        return new Money { CurrencyCode = currency.Code, Units = (long)units, Nanos = (int)((amount - units) * NanosInUnit) };
    }
}
