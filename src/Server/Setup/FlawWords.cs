using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup;

/// <summary>What people are told of a flaw: the lexicon's words, or those of the form that they filled in.</summary>
public static class FlawWords
{
    public static readonly Word Missing = new("Ce champ attend une réponse.", "This field wants an answer.", "هذا الحقل يتطلب جوابا.");
    public static readonly Word ReasonMissing = new("Dites pourquoi le donneur d’ordre se passe de cette règle de prudence : le motif est dans chaque preuve.", "Say why the client does without this rule of prudence: the reason is in every proof.", "اذكر لماذا تستغني الجهة عن قاعدة الاحتياط هذه: السبب في كل إثبات.");
    public static readonly Word TooLong = new("Ce texte est trop long.", "This text is too long.", "هذا النص طويل جدا.");
    public static readonly Word Control = new("Ce texte contient des caractères interdits.", "This text holds forbidden characters.", "يحتوي هذا النص على رموز غير مسموح بها.");
    public static readonly Word Id = new("Cet identifiant ne convient pas : lettres, chiffres, points et tirets seulement.", "This id does not fit: letters, digits, points and hyphens only.", "هذا المعرف غير مناسب: حروف وأرقام ونقاط وشرطات فقط.");
    public static readonly Word Number = new("Écrivez le numéro au format international, comme +33 1 62 00 00 01.", "Write the number in international form, such as +33 1 62 00 00 01.", "اكتب الرقم بالصيغة الدولية، مثل ‎+33 1 62 00 00 01.");
    public static readonly Word Twice = new("Ce numéro est écrit deux fois.", "This number stands twice.", "هذا الرقم مكتوب مرتين.");
    public static readonly Word EndsFirst = new("Le mandat finit avant de commencer.", "The mandate ends before it begins.", "ينتهي التفويض قبل أن يبدأ.");
    public static readonly Word Price = new("Le prix est zéro ou plus.", "The price is zero or more.", "الثمن صفر أو أكثر.");
    public static readonly Word Currency = new("La monnaie s’écrit en trois lettres, comme EUR ou MAD.", "The currency is three letters, such as EUR or MAD.", "تُكتب العملة بثلاثة أحرف، مثل EUR أو MAD.");
    public static readonly Word Recycling = new("Un repos va de zéro minute à un an (527 040 minutes), avec au moins une tentative.", "A rest is from zero minutes to a year (527,040 minutes), with one attempt at least.", "مدة الانتظار من صفر دقيقة إلى سنة (527040 دقيقة)، مع محاولة واحدة على الأقل.");
    public static readonly Word AttemptLimit = new("Permettez au moins une tentative.", "Allow one attempt at least.", "اسمح بمحاولة واحدة على الأقل.");
    public static readonly Word Tier = new("Le rang d’une liste va de 1 à {0}.", "A list’s tier is from 1 to {0}.", "مرتبة اللائحة من 1 إلى {0}.");
    public static readonly Word Weight = new("Le poids d’une liste va de 1 à {0}.", "A list’s weight is from 1 to {0}.", "وزن اللائحة من 1 إلى {0}.");
    public static readonly Word QuotaLimit = new("Un quota va de 0 à {0} succès.", "A quota is from 0 to {0} successes.", "الحصة القصوى من 0 إلى {0} من النجاحات.");
    public static readonly Word WrapUp = new("Le post-appel dure au moins une seconde.", "A wrap-up lasts a second at least.", "يدوم ما بعد المكالمة ثانية على الأقل.");
    public static readonly Word AbandonmentLimit = new("Le budget d’abandon est au-dessus de 0 et de 3 % au plus.", "The budget of abandonment is above 0, and 3 % at most.", "سقف التخلي أكبر من 0 ولا يتجاوز 3 %.");
    public static readonly Word PowerRatio = new("De un à quatre appels par conseiller disponible.", "From one to four calls for each free agent.", "من مكالمة إلى أربع مكالمات لكل مستشار متاح.");
    public static readonly Word RingTimeout = new("La sonnerie dure d’une seconde à trois minutes.", "It rings from one second to three minutes.", "يدوم الرنين من ثانية إلى ثلاث دقائق.");
    public static readonly Word MachineSample = new("De 0 à 20 % des répondeurs sont écoutés par un conseiller.", "From 0 to 20 % of the machines are heard by an agent.", "يستمع مستشار إلى ما بين 0 و20 % من المجيبات.");
    public static readonly Word Programme = new("Créez d’abord une opération pour ce donneur d’ordre.", "Make a programme for this client first.", "أنشئ أولا برنامجا لهذه الجهة.");
    public static readonly Word ClientDiffers = new("Cet identifiant est déjà à un autre donneur d’ordre.", "This id is another client’s already.", "هذا المعرف لجهة أخرى.");
    public static readonly Word Changed = new("Quelqu’un d’autre l’a changé entre-temps. Rechargez la page et refaites votre modification.", "Somebody else changed it meanwhile. Reload the page and make your change again.", "غيّره شخص آخر في هذه الأثناء. أعد تحميل الصفحة وكرر تغييرك.");
    public static readonly Word RevertUnderWay = new("Quelqu’un retire déjà cet import.", "Somebody is taking this import back already.", "شخص آخر يسحب هذا الاستيراد الآن.");
    public static readonly Word RevertInterrupted = new("La base de données n’a pas répondu : une partie est retirée. Retirez à nouveau, le reste suit.", "The database did not answer: a part is taken back. Take it back again, the rest follows.", "لم تُجب قاعدة البيانات: سُحب جزء. اسحب من جديد ليتم الباقي.");
    public static readonly Word WhereAt = new("{0} : {1}", "{0}: {1}", "{0}: {1}");

    /// <summary>Each once: what a form's own look has placed, the look at the whole campaign says again without its place.</summary>
    internal static IReadOnlyList<Flaw> Once(IReadOnlyList<Flaw> flaws) =>
        [.. flaws.Where(flaw => !OfWhole(flaw) || !flaws.Any(other => other.Reason == flaw.Reason && !OfWhole(other))).DistinctBy(flaw => (flaw.Reason, flaw.Place, flaw.Remedy))];

    private static bool OfWhole(Flaw flaw) => flaw.Place.StartsWith("campaign ", StringComparison.Ordinal);

    internal static string Say(Flaw flaw)
    {
        string? said = flaw.Reason switch
        {
            "competence-line" => flaw.Remedy,
            "competence" => Campaigns.CampaignWords.CompetencesHint,
            "text-missing" when flaw.Place.StartsWith("switchedOff", StringComparison.Ordinal) => ReasonMissing,
            "text-missing" => Missing,
            "text-long" => TooLong,
            "text-control" => Control,
            "id" or "id-of-practice" or "id-differs" => Id,
            "number" or "caller-id" => Number,
            "number-twice" => Twice,
            "mandate-ends-first" => EndsFirst,
            "price-negative" => Price,
            "currency" => Currency,
            "recycling" => Recycling,
            "attempt-limit" => AttemptLimit,
            "list-tier" => Tier.With(ListShare.LastTier),
            "list-weight" => Weight.With(Shown.Number(ListShare.MostWeight)),
            "quota-limit" => QuotaLimit.With(Shown.Number(Quota.MostSuccesses)),
            "wrap-up-limit" => WrapUp,
            "abandonment-limit" => AbandonmentLimit,
            "power-ratio" => PowerRatio,
            "ring-timeout" => RingTimeout,
            "machine-sample" => MachineSample,
            "programme-unknown" => Programme,
            "client-differs" => ClientDiffers,
            "version-differs" => Changed,
            "revert-under-way" => RevertUnderWay,
            "revert-interrupted" => RevertInterrupted,
            _ => null,
        };
        var words = said ?? (Lexicon.Knows(flaw.Reason) ? Lexicon.Say(flaw.Reason) : $"{flaw.Place}: {flaw.Remedy}");
        // The last word of a place names the row: recycling.busy, script s2.
        return flaw.Reason is "recycling" && flaw.Place.Split('.') is [_, var outcome] ? WhereAt.With(Lexicon.Say(outcome), words) : words;
    }
}
