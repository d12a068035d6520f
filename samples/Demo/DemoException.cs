namespace TrayAgent.Demo;

/// <summary>The story cannot go on; the message is a sentence for people.</summary>
internal sealed class DemoException(string message) : Exception(message);
