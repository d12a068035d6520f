using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Oidc;

/// <summary>The client registration of one session, in the file that the AWS CLI reads and writes too.</summary>
internal sealed class StoredRegistration(AwsPaths paths, SsoSession session, TimeProvider time) : IRegistrationPlace
{
    /// <summary>
    /// AWS gives 90 days, and a session may last as long: with one that ends before the session nothing is refreshed any more.
    /// A new one costs nobody anything, so a sign-in begins with one that has at least half of its days.
    /// </summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(45);

    private readonly string _file = Path.Combine(paths.SsoCache, RegistrationFileName.Of(session));

    public RegisteredClient? Read() =>
        GuardedFile.Read(_file, GuardedFile.CacheFileLimit) is FileReading.Content content
            ? RegistrationText.Parse(content.Bytes, time.GetUtcNow())
            : null;

    public bool OutlastsASession(RegisteredClient client) => client.ExpiresAt - time.GetUtcNow() >= LongEnough;

    public void Write(RegisteredClient client) => AtomicFile.Write(_file, RegistrationText.Compose(client));

    public void Remove(RegisteredClient client)
    {
        if (Read()?.Id == client.Id)
        {
            PatientFile.Delete(_file);
        }
    }

    /// <summary>The AWS CLI keeps a registration to its last quarter of an hour, and makes a new one only where there is none.</summary>
    public void RemoveUnlessItOutlastsASession()
    {
        if (Read() is { } client && !OutlastsASession(client))
        {
            Remove(client);
        }
    }
}
