using Xunit.Sdk;
using Xunit.v3;

// The tests watch clocks of seconds on a machine that other tests must not load meanwhile.
[assembly: Parallelization(Mode = ParallelMode.None)]
