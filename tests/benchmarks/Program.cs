using SlaPlatform.Benchmarks;
using SlaPlatform.Benchmarks.Floor;

return args is [FloorHost.Argument] ? await FloorHost.RunAsync() : await BenchmarkRun.RunAsync(args);
