namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>A test that failed, with what the machine looked like at that moment.</summary>
internal sealed class MachineException(string message, Exception inner) : Exception(message, inner);
