using TrayAgent.Cli;
using TrayAgent.Hosting;

ProcessGuard.Raise();
LastWords.Prepare();
OwnConsole.Leave(args);
return AuthRefreshAtOnce.TryAnswer(args) ?? await RootVerb.RunAsync(args, Streams.Console);
