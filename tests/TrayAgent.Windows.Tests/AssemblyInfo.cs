using TrayAgent.Windows.Tests.Support;

[assembly: AssemblyFixture(typeof(Wine))]

// All share one Windows: one user, one registry, one screen.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
