using System.Runtime.Versioning;

// Its tools are Debian's.
[assembly: SupportedOSPlatform("linux")]
