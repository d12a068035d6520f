using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Act.Doctor;

/// <summary>All that was asked and answered.</summary>
/// <param name="Clock">What an answer told of our clock; null when none did.</param>
/// <param name="List">The inference profiles of the region; null when they were not listed.</param>
internal sealed record OnlineReport(ImmutableArray<OnlineAnswer> Answers, ClockReading? Clock, LiveProfiles? List);
