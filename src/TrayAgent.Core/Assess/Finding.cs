namespace TrayAgent.Core.Assess;

/// <summary>Something that is wrong or worth knowing; the absence of findings means healthy.</summary>
/// <param name="Code">Stable and append-only, see <see cref="FindingCodes"/>.</param>
/// <param name="Severity">Information never changes the overall health.</param>
/// <param name="Subject">The profile, session, file or variable that it is about; with the code it identifies the finding.</param>
/// <param name="Message">A sentence with the subject in single quotes.</param>
/// <param name="Remedy">Null only when there is nothing to do.</param>
public sealed record Finding(string Code, Severity Severity, string Subject, string Message, Remedy? Remedy);
