namespace SlaPlatform.Benchmarks;

/// <summary>How a run is made.</summary>
/// <param name="Quick">Whether figures need only be roughly right: a run of about 3 minutes instead of 15.</param>
internal sealed record RunSettings(bool Quick)
{
    /// <summary>One of two values: the thorough one, or that of a quick run.</summary>
    public T Choose<T>(T thorough, T quick) => Quick ? quick : thorough;

    /// <summary>Says what is being done. On standard error: standard output is the results'.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);
}
