namespace TrayAgent.Files;

/// <summary>What came of reading a file that anybody may have put there.</summary>
internal abstract record FileReading
{
    private FileReading()
    {
    }

    /// <summary>There is none, or only a link to nothing.</summary>
    internal sealed record Missing : FileReading;

    internal sealed record Content(byte[] Bytes, FileStamp Stamp) : FileReading
    {
        /// <summary>The bytes may hold secrets.</summary>
        public override string ToString() => "***";
    }

    /// <param name="Reason">The end of a sentence that begins with the file's name.</param>
    internal sealed record Refused(string Reason) : FileReading;
}
