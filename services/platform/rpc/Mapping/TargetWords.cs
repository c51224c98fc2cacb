using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Commitments in a few words of one language, as a plan page shows them.</summary>
public sealed class TargetWords
{
    private static readonly TargetWords English = new(AmountWords.English, "every {0}", "—", "best effort", "automatic", "next routine release", "not applicable");
    private static readonly TargetWords French = new(AmountWords.French, "intervalle de {0}", "—", "au mieux", "automatique", "prochaine version courante", "sans objet");
    private static readonly TargetWords Italian = new(AmountWords.Italian, "ogni {0}", "—", "al più presto", "automatica", "prossimo rilascio ordinario", "non applicabile");
    private static readonly TargetWords Chinese = new(AmountWords.Chinese, "每 {0}", "—", "尽力而为", "自动回复", "下一次例行发布", "不适用");

    private readonly AmountWords _amounts;
    private readonly string _every;
    private readonly string _none;
    private readonly string _bestEffort;
    private readonly string _automatic;
    private readonly string _nextRelease;
    private readonly string _notApplicable;

    private TargetWords(AmountWords amounts, string every, string none, string bestEffort, string automatic, string nextRelease, string notApplicable)
    {
        _amounts = amounts;
        _every = every;
        _none = none;
        _bestEffort = bestEffort;
        _automatic = automatic;
        _nextRelease = nextRelease;
        _notApplicable = notApplicable;
    }

    /// <summary>The words of a language (BCP 47): English, French, Italian or Chinese; English for others.</summary>
    public static TargetWords In(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "fr" => French,
        "it" => Italian,
        "zh" => Chinese,
        _ => English,
    };

    /// <summary>An amount, such as <c>3 business days</c>.</summary>
    public string Say(Amount amount) => _amounts.Say(amount);

    /// <summary>A commitment, such as <c>every 4 hours</c> or <c>next routine release</c>.</summary>
    public string Say(Commitment commitment) => commitment switch
    {
        Commitment.Within within => Say(within.Terms.Amount),
        Commitment.Every every => string.Format(null, _every, Say(every.Terms.Amount)),
        Commitment.BestEffort => _bestEffort,
        Commitment.Automatic => _automatic,
        Commitment.NextRoutineRelease => _nextRelease,
        Commitment.NotApplicable => _notApplicable,
        _ => _none,
    };
}
