namespace TrayAgent.Act.Broker;

internal enum TokenOrigin
{
    /// <summary>Good by its file; nobody was asked.</summary>
    Found,

    /// <summary>AWS gave it, or said yes to it, a moment ago.</summary>
    Fresh,
}
