using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Sends an rpc its valid requests with every fault in turn, and the valid ones afterwards: what was refused must not have changed anything.</summary>
internal sealed class RpcRun(CallInvoker invoker, MethodDescriptor rpc, CancellationToken cancellation)
{
    private const int AtOnce = 8;
    private const int Lanes = 4;
    private const int LeastInTurn = 40;
    private const int MostShown = 40;

    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>Runs it; fails with all that is wrong.</summary>
    /// <param name="seeds">Makers of valid requests, each ready to be sent.</param>
    /// <param name="isTold">Which faults are sent; null for all.</param>
    public async Task RunAsync(IReadOnlyList<Seed> seeds, Func<BadCase, bool>? isTold = null)
    {
        var sent = 0;
        foreach (var seed in seeds)
        {
            var first = await seed.MakeAsync(cancellation);
            var cases = BadCases.For(first).Where(fault => seed.Takes(fault) && isTold?.Invoke(fault) != false).ToList();
            sent += cases.Count;
            await (rpc.Changes() ? Task.WhenAll(cases.Chunk(Math.Max((cases.Count / Lanes) + 1, LeastInTurn)).Select(part => InTurnAsync(seed, part))) : AtOnceAsync(first, cases));
        }

        Assert.True(_faults.IsEmpty, $"{_faults.Count} of {sent}:{Environment.NewLine}{string.Join(Environment.NewLine, _faults.Take(MostShown))}");
    }

    private async Task InTurnAsync(Seed seed, IReadOnlyList<BadCase> cases)
    {
        var valid = await seed.MakeAsync(cancellation);
        var isUsed = false;
        foreach (var fault in cases)
        {
            if (isUsed)
            {
                // It was answered, so that what is there is not what it was.
                valid = await seed.MakeAsync(cancellation);
            }

            isUsed = await JudgeAsync(valid, fault) == StatusCode.OK && !seed.Repeats;
        }

        await AnswersAsync(isUsed ? await seed.MakeAsync(cancellation) : valid);
    }

    private async Task AtOnceAsync(IMessage valid, IReadOnlyList<BadCase> cases)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(cases, options, async (fault, _) => await JudgeAsync(valid, fault));
        await AnswersAsync(valid);
    }

    private async Task<StatusCode> JudgeAsync(IMessage valid, BadCase fault)
    {
        var answer = await RpcCall.SendAsync(invoker, rpc, fault.On(valid), cancellation);
        foreach (var wrong in Verdict.Of(rpc.InputType, fault.Demand, answer))
        {
            _faults.Enqueue($"{fault}: {wrong}");
        }

        return (StatusCode)answer.Code;
    }

    private async Task AnswersAsync(IMessage valid)
    {
        BadCase.Renew(valid, 0);
        var answer = await RpcCall.SendAsync(invoker, rpc, valid, cancellation);
        if (answer.Code != (int)StatusCode.OK)
        {
            _faults.Enqueue($"the valid request is refused: {answer}");
        }
    }
}
