namespace TrayAgent.Core.Show.Drawing;

/// <summary>A shape in one colour; later layers lie on top.</summary>
internal readonly record struct Layer(Shape Shape, Colour Colour);
