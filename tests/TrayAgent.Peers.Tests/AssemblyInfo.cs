using System.Runtime.Versioning;

// A race needs the processors for itself: two at once on two cores would make the peers slower than people's machines are.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: SupportedOSPlatform("linux")]
