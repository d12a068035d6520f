using System.Collections.Immutable;
using TrayAgent.Act.Children;
using TrayAgent.Act.Oidc;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.ByCli;

/// <summary>One run of <c>aws sso login</c>: its page is vetted, opened and waited for.</summary>
internal sealed class CliSignIn(
    AwsPaths paths, ProcessEnvironment environment, AgentSettings settings, SignInPageOpener pages, TimeProvider time)
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
        new StoredRegistration(paths, session, time).RemoveUnlessItOutlastsASession();
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
            return SignInRefusal.NobodyApproved(session, Limit);
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
                done = await page.ReadyAsync() is not { } output || (refusal = await ShowAsync(output)) is null;
            }
            finally
            {
                if (!done)
                {
                    await stop.CancelAsync();
                }
            }
        }

        Task<string?> ShowAsync(SignInOutput output) =>
            pages.ShowAsync(request, output.Page!, output.Url!, output.UserCode, any.Token);
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
}
