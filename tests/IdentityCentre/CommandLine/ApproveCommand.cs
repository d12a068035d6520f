using System.CommandLine;
using TrayAgent.Loopback.Browser;

namespace TrayAgent.Loopback.CommandLine;

/// <summary>Opens a sign-in page in headless Chromium and presses a button: a user for those who have none.</summary>
internal static class ApproveCommand
{
    private static readonly Argument<Uri> Page = new("url")
    {
        Description = "Address of the sign-in page.",
        CustomParser = result => new Uri(result.Tokens[0].Value),
    };

    private static readonly Option<bool> Deny = new("--deny") { Description = "Press Deny." };

    private static readonly Option<string?> Screenshot = new("--screenshot")
    {
        Description = "PNG file for a picture of the page before the click.",
    };

    public static Command Build()
    {
        var command = new Command("approve", "Approve a sign-in page with headless Chromium.")
        {
            Page, Deny, Screenshot,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var browser = await HeadlessBrowser.StartAsync(cancellationToken);
        await browser.OpenAsync(arguments.GetRequiredValue(Page), cancellationToken);
        if (arguments.GetValue(Screenshot) is { } file)
        {
            await browser.ScreenshotAsync(file, cancellationToken);
        }

        await browser.ClickAsync(arguments.GetValue(Deny) ? "deny" : "approve", cancellationToken);
        return 0;
    }
}
