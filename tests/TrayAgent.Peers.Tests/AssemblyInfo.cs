using System.Runtime.Versioning;

// Every test has a machine of its own, so classes run side by side; the races come last, one after the other.
[assembly: SupportedOSPlatform("linux")]
