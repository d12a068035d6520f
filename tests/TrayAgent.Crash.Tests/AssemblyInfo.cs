using System.Runtime.Versioning;
using TrayAgent.Crash.Tests.Support;

// Every class has folders and disks of its own, so classes run side by side: as many as there are processors.
[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Workshop))]
