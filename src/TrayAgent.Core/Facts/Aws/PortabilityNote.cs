using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>A construct that tools read differently.</summary>
/// <param name="File">Full path.</param>
/// <param name="Line">One-based.</param>
/// <param name="Construct">A stable short name, e.g. <c>duplicate-section</c>, <c>bom</c>, <c>quoted-name</c>.</param>
/// <param name="Subject">The section or key that it concerns, as written.</param>
/// <param name="Text">A sentence that says who reads it how, and what to write instead.</param>
/// <param name="Tools">The tools that reject or misread it: "AWS CLI", "JavaScript SDK", ".NET SDK", "Go SDK", "Rust SDK".</param>
public sealed record PortabilityNote(
    string File, int Line, string Construct, string Subject, string Text, ImmutableArray<string> Tools);
