using FakeAws;

// The folder tells what to do; without it this is an AWS CLI that can do nothing but say its version.
var script = new Script(Environment.GetEnvironmentVariable("FAKE_AWS") ?? Path.GetTempPath());
if (args is ["--version"])
{
    if (script.Says("version-hangs"))
    {
        script.Write("version-asked");
        Thread.Sleep(Timeout.Infinite);
    }

    Console.WriteLine(script.Text("version") ?? "aws-cli/2.36.7 Python/3.13.0 Linux/6.1 exe/x86_64.debian.12");
    return 0;
}

return args is ["bedrock", not "list-inference-profiles", ..] ? new Access(script).Run(args)
    : args is ["bedrock", ..] ? new Listing(script).Run(args) : new Login(script).Run(args);
