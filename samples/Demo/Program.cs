using System.CommandLine;
using System.Runtime.Versioning;
using TrayAgent.Demo;

[assembly: SupportedOSPlatform("linux")]

// The demo ends by itself after Ctrl-C: its children and its folder go first.
return await DemoCommand.Build().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
