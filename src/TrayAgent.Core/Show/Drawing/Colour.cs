namespace TrayAgent.Core.Show.Drawing;

/// <summary>Red, green and blue from 0 to 255, opacity from 0 to 1.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue, double Opacity = 1);
