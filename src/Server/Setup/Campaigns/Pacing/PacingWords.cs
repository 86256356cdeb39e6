using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns.Pacing;

/// <summary>The words of the pacing chart.</summary>
public static class PacingWords
{
    public static readonly Word Title = new("Cadence du jour", "Today’s pacing", "وتيرة اليوم");
    public static readonly Word Empty = new("La cadence viendra ici", "Pacing will be here", "ستظهر الوتيرة هنا");
    public static readonly Word EmptyWhy = new("Dès que la campagne appelle d’avance (mode proportionnel ou prédictif), chaque décision est notée deux fois par minute.", "As soon as the campaign calls ahead (power or predictive mode), its decision is noted twice a minute.", "ما إن تتصل الحملة مسبقا (نسبي أو تنبؤي) حتى يُدوّن قرارها مرتين في الدقيقة.");
    public static readonly Word Agents = new("Conseillers et appels", "Agents and calls", "المستشارون والمكالمات");
    public static readonly Word Chance = new("Risque qu’un appel ne trouve personne", "Risk that a call finds nobody", "احتمال ألا تجد المكالمة أحدا");
    public static readonly Word Budget = new("Abandons encore permis", "Abandoned calls still allowed", "حالات التخلي المسموح بها بعد");
    public static readonly Word Free = new("libres", "free", "متاحون");
    public static readonly Word Expected = new("libres attendus", "expected free", "متوقع أن يتاحوا");
    public static readonly Word InFlight = new("appels en cours", "calls in flight", "مكالمات جارية");
    public static readonly Word Answers = new("réponses attendues", "answers expected", "أجوبة متوقعة");
    public static readonly Word NoAgent = new("risque du prochain appel", "risk of the next call", "احتمال المكالمة التالية");
    public static readonly Word Allowed = new("risque permis", "risk allowed", "الاحتمال المسموح");
    public static readonly Word Left = new("budget restant", "budget left", "الباقي من السقف");
    public static readonly Word Decisions = new("Les décisions, une à une", "The decisions, one by one", "القرارات واحدا واحدا");
    public static readonly Word At = new("Heure", "Time", "الساعة");
    public static readonly Word Dialled = new("Lancés", "Dialled", "أُطلقت");
    public static readonly Word Why = new("Pourquoi pas un de plus", "Why not one more", "لماذا ليس أكثر");
    public static readonly Word Now = new("À {0}, conseillers libres : {1}, attendus : {2} ; appels en cours : {3}, réponses attendues : {4}. Risque du prochain appel {5}, permis {6} ; abandons restants : {7}. Retenu parce que {8}.", "At {0}, agents free: {1}, expected: {2}; calls in flight: {3}, answers expected: {4}. Risk of the next call {5}, allowed {6}; abandoned calls left: {7}. Held back because {8}.", "على الساعة {0}: {1} متاحون و{2} متوقعون مقابل {3} مكالمات جارية، منها {4} أجوبة متوقعة. احتمال التالية {5} والمسموح {6}؛ الباقي {7} حالة تخل. السبب: {8}.");
    public static readonly Word Today = new("Aujourd’hui : {0} abandonnés sur {1} personnes qui ont répondu ({2}), pour {3} permis.", "Today: {0} abandoned of {1} people who answered ({2}), with {3} allowed.", "اليوم: {0} حالة تخل من {1} شخصا أجابوا ({2})، والمسموح {3}.");
    public static readonly Word Stopped = new("Depuis {0}, rien n’est appelé d’avance : {1}.", "Since {0} nothing is dialled ahead: {1}.", "منذ {0} لا اتصال مسبق: {1}.");
    public static readonly Word Misjudged = new("Parmi eux, pris pour des répondeurs et raccrochés : {0}.", "Of these, taken for machines and hung up on: {0}.", "منهم من حُسب مجيبا آليا وأُغلق الخط: {0}.");
    public static readonly Word DetectionCosts = new("La détection de répondeurs coûte à elle seule {0} personnes aujourd’hui ({1}), pour {2} permis : on n’appelle que pour des conseillers libres.", "Answering-machine detection alone costs {0} people today ({1}), with {2} allowed: only free agents are called for.", "كشف المجيب الآلي وحده يكلف اليوم {0} شخصا ({1})، والمسموح {2}: لا اتصال إلا لمستشار متاح.");
    public static readonly Word Of = new("{0} : de {1} à {2}", "{0}: from {1} to {2}", "{0}: من {1} إلى {2}");
}
