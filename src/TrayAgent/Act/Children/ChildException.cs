namespace TrayAgent.Act.Children;

/// <summary>A child process could not be started; the message is a sentence for people.</summary>
internal sealed class ChildException(string message, Exception inner) : Exception(message, inner);
