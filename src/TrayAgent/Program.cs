using TrayAgent.Cli;
using TrayAgent.Hosting;

ProcessGuard.Raise();
return AuthRefreshAtOnce.TryAnswer(args) ?? await RootVerb.RunAsync(args, Streams.Console);
