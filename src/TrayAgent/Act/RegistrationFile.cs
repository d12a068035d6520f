using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act;

/// <summary>The client registration that the AWS CLI keeps for a session; a new one costs nothing.</summary>
internal sealed class RegistrationFile(AwsPaths paths, SsoSession session, TimeProvider time)
{
    /// <summary>As near as the finding calls it a warning.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(1);

    /// <summary>
    /// Removes one that ends soon: the AWS CLI uses it up to 15 minutes before its end,
    /// and a session that is to last long cannot be refreshed after it.
    /// </summary>
    /// <remarks>https://github.com/aws/aws-cli/blob/v2/awscli/botocore/utils.py (_EXPIRY_WINDOW)</remarks>
    public void DropWhenEnding()
    {
        var name = RegistrationFileName.Of(session);
        var file = Path.Combine(paths.SsoCache, name);
        if (new FileInfo(file).LinkTarget is null
            && GuardedFile.Read(file, GuardedFile.CacheFileLimit) is FileReading.Content content
            && CacheFileParser.Parse(name, content.Stamp.WrittenAt, content.Stamp.Mode, content.Bytes, time.GetUtcNow())
                is CacheFile.Registration { Content.ExpiresAt: var end }
            && end <= time.GetUtcNow().Plus(Near))
        {
            File.Delete(file);
        }
    }
}
