using SlaPlatform.LocalHosting;
using SlaPlatform.LocalHosting.TestChild;

// As `host` it runs a topology of itself and a program that is not .NET; else it is a small service.
if (args is ["host", .. var options])
{
    var builder = DistributedApplication.CreateBuilder(options);
    builder.AddProject<SelfProject>("service").WithHttpHealthCheck();
    builder.AddExecutable("program", "sleep", Environment.CurrentDirectory, "600");
    await builder.Build().RunAsync();
    return Environment.ExitCode;
}

return await Service.RunAsync();
