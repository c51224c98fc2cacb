using System.CommandLine;
using Grpc.Core;
using SlaPlatform.Cli.Rendering;

namespace SlaPlatform.Cli.CommandLine;

/// <summary>Gives commands their action, and turns what goes wrong in it into an error block and an exit code.</summary>
internal static class CommandRun
{
    extension(Command command)
    {
        public Command Runs(CliHost host, Func<CommandContext, Task> action) => command.Runs(host, async context =>
        {
            await action(context);
            return ExitCodes.Done;
        });

        public Command Runs(CliHost host, Func<CommandContext, Task<int>> action)
        {
            command.SetAction((arguments, cancellation) => InvokeAsync(host, arguments, action, cancellation));
            return command;
        }
    }

    private static async Task<int> InvokeAsync(
        CliHost host, ParseResult arguments, Func<CommandContext, Task<int>> action, CancellationToken cancellation)
    {
        using var context = new CommandContext(host, arguments, cancellation);
        try
        {
            return await action(context);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested && exception is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            return ExitCodes.Interrupted;
        }
        catch (UsageException exception)
        {
            ErrorBlock.Write(host, context.Json, ErrorReport.OfUsage(exception));
            return ExitCodes.Usage;
        }
        catch (RpcException exception)
        {
            ErrorBlock.Write(host, context.Json, ErrorReport.Of(exception, context.Platform.LastAsked, context.Typed));
            return ExitCodes.Refused;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            ErrorBlock.Write(host, context.Json, ErrorReport.OfDefect(exception));
            return ExitCodes.Refused;
        }
    }
}
