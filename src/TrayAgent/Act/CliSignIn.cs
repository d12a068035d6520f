using System.Collections.Immutable;
using System.Diagnostics;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act;

/// <summary>One run of <c>aws sso login</c>: its page is vetted, opened and waited for.</summary>
internal sealed class CliSignIn(
    AwsPaths paths,
    ProcessEnvironment environment,
    AgentSettings settings,
    SignInBrowser browser,
    TimeProvider time,
    IProgress<SignInProgress> progress)
{
    private const int Interrupted = 130;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // A version that prints no complete URL is known only by its silence.
    private static readonly TimeSpan QuietAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Null when the AWS CLI reported success; else a sentence that says why not.</summary>
    /// <exception cref="OperationCanceledException">The person cancelled; the child has ended.</exception>
    public async Task<string?> RunAsync(SignInRequest request, CliCheck.Usable cli, CancellationToken cancellationToken)
    {
        var session = request.Session;
        var legacy = session.Kind == SessionKind.Legacy ? request.LegacyProfile : null;
        var child = new ChildProcess(
            cli.Path, Arguments(request, legacy, cli), ChildEnvironment.Of(environment, settings), paths.Home, time);
        using var limit = new CancellationTokenSource(Limit, time);
        using var stop = new CancellationTokenSource();
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop.Token, cancellationToken);
        var page = new SignInPageWatch(time, QuietAfter);
        string? refusal = null;
        var opening = OpenAsync();
        try
        {
            var end = await child.RunAsync(page.Add, any.Token);
            return end.ExitCode switch
            {
                0 => null,

                // Ctrl-C in a terminal reaches the child before it reaches us.
                Interrupted => throw new OperationCanceledException("The child was interrupted."),
                _ => SignInFailure.Describe(end, session, legacy?.Name),
            };
        }
        catch (OperationCanceledException) when (refusal is not null)
        {
            return refusal;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return $"Nobody approved the sign-in to '{session.Name}' within {Limit.TotalMinutes} minutes. Sign in again.";
        }
        catch (ChildException e)
        {
            return e.Message;
        }
        finally
        {
            page.End();
            await opening;
        }

        async Task OpenAsync()
        {
            var done = false;
            try
            {
                done = await page.ReadyAsync() is not { } output || (refusal = await ShowAsync(request, output, any.Token)) is null;
            }
            finally
            {
                if (!done)
                {
                    await stop.CancelAsync();
                }
            }
        }
    }

    private static ImmutableArray<string> Arguments(SignInRequest request, Profile? legacy, CliCheck.Usable cli)
    {
        ImmutableArray<string> target = request.Session.Kind == SessionKind.Legacy
            ? ["--profile", legacy!.Name]
            : ["--sso-session", request.Session.Name];

        // Whoever opens the page by hand, perhaps elsewhere, needs the flow that does not come back to this machine.
        var wantsCode = request.Flow == SignInFlow.DeviceCode || request.Page == SignInPage.Told;
        ImmutableArray<string> flow = wantsCode && cli.KnowsDeviceCodeOption ? ["--use-device-code"] : [];
        return ["sso", "login", "--no-browser", .. target, .. flow];
    }

    /// <summary>Null when a person can go on; else a sentence that ends the attempt.</summary>
    private async Task<string?> ShowAsync(SignInRequest request, SignInOutput output, CancellationToken cancellationToken)
    {
        switch (SignInUrl.Vet(output.Page!, settings.TrustedSignInHosts, settings.LoopbackEndpoints))
        {
            case SignInUrl.Accepted page:
                return await ShowAsync(request, output, page, cancellationToken);
            case SignInUrl.Refused refused:
                return refused.Text;
            default:
                throw new UnreachableException();
        }
    }

    private async Task<string?> ShowAsync(
        SignInRequest request, SignInOutput output, SignInUrl.Accepted page, CancellationToken cancellationToken)
    {
        var name = request.Session.Name;
        var waiting = new SignInProgress(name, SignInStage.WaitingForPerson, page.Host, output.UserCode);
        var obstacle = request.Page == SignInPage.Opened ? await browser.Open(page.Url, cancellationToken) : null;
        if (obstacle is not null && output.UserCode is null)
        {
            return $"{obstacle} Sign in to '{name}' with '--device-code' to open the page elsewhere.";
        }

        progress.Report(
            request.Page == SignInPage.Told || obstacle is not null ? waiting with { Page = output.Url } : waiting);
        return null;
    }
}
