using TrayAgent.Cli;
using TrayAgent.Hosting;

ProcessGuard.Raise();
LastWords.Prepare();
return AuthRefreshAtOnce.TryAnswer(args) ?? await RootVerb.RunAsync(args, Streams.Console);
