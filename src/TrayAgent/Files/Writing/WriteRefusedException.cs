namespace TrayAgent.Files.Writing;

/// <summary>A file is not written although it perhaps could be; the message is a sentence with the reason and what to do.</summary>
internal sealed class WriteRefusedException(string message) : IOException(message);
