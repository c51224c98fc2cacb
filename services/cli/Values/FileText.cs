using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Files that are named on the command line or in another file.</summary>
internal static class FileText
{
    /// <summary>Reads a file, and says what it is instead when it is none.</summary>
    /// <param name="place">Where it was named.</param>
    /// <param name="path">Its path.</param>
    /// <param name="wanted">What it should be, such as <c>a CSV file</c>.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static T Read<T>(string place, string path, string wanted, Func<string, T> read)
    {
        var remedy = $"Name {wanted} that exists.";
        if (Directory.Exists(path))
        {
            throw new UsageException(place, $"'{path}' is a directory.", remedy);
        }

        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(place, $"there is no file '{path}'.", remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(place, $"'{path}' cannot be read: {exception.Message}", remedy);
        }
    }
}
