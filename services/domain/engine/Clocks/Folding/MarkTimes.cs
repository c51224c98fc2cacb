using NodaTime;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>The marks of each kind in the order of their instants, to be found without walking the others.</summary>
internal sealed class MarkTimes
{
    private readonly Dictionary<MarkKind, List<Mark>> marks = [];

    /// <summary>Adds a mark that comes after those added.</summary>
    public void Add(Mark mark)
    {
        if (!marks.TryGetValue(mark.Kind, out var known))
        {
            marks.Add(mark.Kind, known = []);
        }

        known.Add(mark);
    }

    /// <summary>The first mark of one of the kinds at or after an instant, or null. Of one instant that of the kind listed first, and of one kind the first told.</summary>
    public Mark? First(Instant from, params ReadOnlySpan<MarkKind> kinds)
    {
        Mark? first = null;
        foreach (var kind in kinds)
        {
            if (FirstOf(kind, from) is { } mark && (first is not { } known || mark.At < known.At))
            {
                first = mark;
            }
        }

        return first;
    }

    private Mark? FirstOf(MarkKind kind, Instant from)
    {
        if (!marks.TryGetValue(kind, out var known))
        {
            return null;
        }

        int low = 0, high = known.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (known[middle].At < from)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < known.Count ? known[low] : null;
    }
}
