using System.Runtime.Versioning;

// Every test class has machines of its own, so classes may run side by side: as many as there are processors.
[assembly: SupportedOSPlatform("linux")]
