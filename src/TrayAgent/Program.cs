using TrayAgent.Cli;
using TrayAgent.Hosting;

ProcessGuard.Raise();
return await RootVerb.RunAsync(args, Streams.Console);
