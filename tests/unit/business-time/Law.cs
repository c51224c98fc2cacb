using CsCheck;

namespace SlaPlatform.BusinessTime.Tests;

/// <summary>Checks a law on a fixed series of generated cases, the same on every machine; a failure names its case.</summary>
internal static class Law
{
    public static void Holds<T>(Gen<T> cases, Action<T> check, int count = 250)
    {
        for (var i = 0; i < count; i++)
        {
            var given = cases.Generate(new PCG(1, (ulong)i), null, out _);
            try
            {
                check(given);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Case {i}: {given}: {failure.Message}", failure);
            }
        }
    }
}
