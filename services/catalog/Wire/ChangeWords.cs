using System.Collections.Immutable;

namespace SlaPlatform.Catalog.Wire;

/// <summary>What the parts of a policy are called in each language, by their keys in the document. Empty where a sentence is better without.</summary>
internal static class ChangeWords
{
    private static readonly ImmutableArray<string> Languages = ["en", "fr", "it", "zh"];

    private static readonly ImmutableSortedDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["plans"] = ["", "", "", ""],
        ["targets"] = ["", "", "", ""],
        ["options"] = ["", "", "", ""],
        ["values"] = ["", "", "", ""],
        ["cells"] = ["", "", "", ""],
        ["levels"] = ["", "", "", ""],
        ["title"] = ["title", "intitulé", "titolo", "名称"],
        ["name"] = ["name", "nom", "nome", "名称"],
        ["label"] = ["label", "libellé", "etichetta", "标签"],
        ["text"] = ["text", "texte", "testo", "文字"],
        ["reason"] = ["reason", "motif", "motivo", "原因"],
        ["definition"] = ["definition", "définition", "definizione", "定义"],
        ["version"] = ["version", "version", "versione", "版本"],
        ["effective_from"] = ["date", "date", "data", "日期"],
        ["source"] = ["source", "source", "fonte", "来源"],
        ["url"] = ["page", "page", "pagina", "网页"],
        ["suspension_stops_clocks"] = ["suspension stops clocks", "la suspension arrête les horloges", "la sospensione ferma gli orologi", "暂停服务时停止计时"],
        ["severities"] = ["severity", "gravité", "gravità", "严重程度"],
        ["ruling"] = ["ruling level", "niveau qui fait foi", "livello che vale", "生效级别"],
        ["change_needs_agreement"] = ["change needs agreement", "changement à convenir", "modifica da concordare", "变更须经同意"],
        ["default_level"] = ["default level", "niveau par défaut", "livello predefinito", "默认级别"],
        ["matrix"] = ["matrix", "matrice", "matrice", "矩阵"],
        ["rules"] = ["rule", "règle", "regola", "规则"],
        ["level"] = ["level", "niveau", "livello", "级别"],
        ["when"] = ["conditions", "conditions", "condizioni", "条件"],
        ["calendars"] = ["calendar", "calendrier", "calendario", "日历"],
        ["calendar"] = ["calendar", "calendrier", "calendario", "日历"],
        ["zone"] = ["time zone", "fuseau horaire", "fuso orario", "时区"],
        ["windows"] = ["hours", "heures", "orari", "时间"],
        ["business_day"] = ["business day", "jour ouvré", "giorno lavorativo", "工作日"],
        ["exceptions"] = ["exceptions", "exceptions", "eccezioni", "例外"],
        ["takes_holidays"] = ["closed on holidays", "fermé les jours fériés", "chiuso nei festivi", "节假日关闭"],
        ["overridable"] = ["hours of the account's own", "heures propres au compte", "orari propri del cliente", "允许自定时间"],
        ["lines"] = ["line", "ligne", "linea", "支持线"],
        ["ladders"] = ["ladder", "échelle", "scala", "升级阶梯"],
        ["features"] = ["feature", "prestation", "caratteristica", "功能"],
        ["tier"] = ["tier", "rang", "rango", "档次"],
        ["contacts_only"] = ["contacts only", "contacts seulement", "solo contatti", "仅限联系人"],
        ["contact_cap"] = ["authorized contacts", "contacts autorisés", "contatti autorizzati", "授权联系人数"],
        ["named_email_users"] = ["named e-mail users", "utilisateurs de courriel désignés", "utenti e-mail designati", "指定电子邮件用户数"],
        ["after_trial"] = ["plan after the trial", "offre après l'essai", "piano dopo la prova", "试用后的方案"],
        ["channels"] = ["channels", "canaux", "canali", "渠道"],
        ["accepted"] = ["accepted", "acceptés", "accettati", "接受"],
        ["others"] = ["others", "autres", "altri", "其他"],
        ["auto_close"] = ["automatic closing", "fermeture automatique", "chiusura automatica", "自动关闭"],
        ["warn_before"] = ["warned before", "avertissement avant", "avviso prima", "提前提醒"],
        ["warnings"] = ["warnings", "avertissements", "avvisi", "提醒"],
        ["start"] = ["start", "début", "inizio", "开始"],
        ["pauses"] = ["pauses", "pauses", "pause", "暂停"],
        ["on_change"] = ["on a change", "en cas de changement", "in caso di modifica", "变更时"],
        ["on_reopen"] = ["on reopening", "en cas de réouverture", "in caso di riapertura", "重新打开时"],
        ["met_by_workaround"] = ["met by a workaround", "atteint par un contournement", "raggiunto con un'alternativa", "替代办法可满足"],
        ["escalation"] = ["escalation", "escalade", "escalation", "升级"],
        ["every"] = ["every", "intervalle", "ogni", "间隔"],
        ["follows"] = ["follows", "suit", "segue", "跟随"],
        ["on_breach"] = ["on breaches of", "aux dépassements de", "agli sforamenti di", "超时时"],
        ["not_applicable"] = ["not applicable", "sans objet", "non applicabile", "不适用"],
        ["readings"] = ["reading", "lecture", "lettura", "解读"],
        ["default"] = ["default", "défaut", "predefinita", "默认"],
        ["patches"] = ["replaces", "remplace", "sostituisce", "替换"],
        ["exclusions"] = ["exclusion", "exclusion", "esclusione", "除外条款"],
        ["exempts"] = ["exempts", "dispense", "esonera", "免除"],
        ["report_requires"] = ["report item", "élément du rapport", "voce della segnalazione", "报告项目"],
        ["assigned_by_vendor"] = ["assigned by the vendor", "attribué par le fournisseur", "assegnato dal fornitore", "由供应商分配"],
        ["refused_regions"] = ["region not served", "région non desservie", "regione non servita", "不服务的地区"],
        ["provisions"] = ["provision", "disposition", "disposizione", "规定"],
        ["step"] = ["step", "pas", "passo", "步长"],
        ["day_length"] = ["length of a day", "durée d'un jour", "durata di un giorno", "每日时长"],
        ["carries_over"] = ["carries over", "reportable", "riportabile", "可结转"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What a key is called; keys without a name are shown as they are.</summary>
    /// <param name="key">The key.</param>
    /// <param name="language">A language as <see cref="FeatureWords.Used"/> gives it.</param>
    public static string Of(string key, string language) => Table.TryGetValue(key, out var names) ? names[Languages.IndexOf(language)] : key.Replace('_', ' ');
}
