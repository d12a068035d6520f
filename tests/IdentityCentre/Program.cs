using TrayAgent.Loopback.CommandLine;

return await CentreCommand.Build().Parse(args).InvokeAsync();
