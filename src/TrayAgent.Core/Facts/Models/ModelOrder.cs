namespace TrayAgent.Core.Facts.Models;

/// <summary>Which model of a family is the better one: as the built-in list has them, and one that it does not know by its version.</summary>
internal static class ModelOrder
{
    /// <summary>Less is better.</summary>
    public static double Of(OfferedProfile profile)
    {
        var place = Place(model => model.Id == profile.Model);
        return place >= 0 ? place
            : profile.Parts is { } parts ? Before(Place(model => IsOlder(model.Parts, parts)), parts)
            : double.MaxValue;
    }

    /// <summary>The first that is so; -1 when none is.</summary>
    private static int Place(Func<Model, bool> isSo)
    {
        var models = ModelCatalogue.BuiltIn.Models;
        for (var place = 0; place < models.Length; place++)
        {
            if (isSo(models[place]))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Between two known ones, and among unknown ones the newer first.</summary>
    private static double Before(int older, ModelName parts)
    {
        const double Step = 1e-5;
        return (older < 0 ? 1e6 : older) - 0.1 - (((parts.Version.Major * 100) + parts.Version.Minor) * Step);
    }

    private static bool IsOlder(ModelName known, ModelName than) => known.Family == than.Family && known.Version < than.Version;
}
