namespace SlaPlatform.LocalHosting.TestChild;

/// <summary>This program as a project of a topology; its settings are in the working directory.</summary>
internal sealed class SelfProject : IProjectMetadata
{
    public string ProjectPath => Path.Combine(Environment.CurrentDirectory, "Self.csproj");

    public string AssemblyPath => typeof(SelfProject).Assembly.Location;
}
