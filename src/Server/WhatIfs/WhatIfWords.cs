using Plateau.Server.Web.Words;

namespace Plateau.Server.WhatIfs;

/// <summary>The words of the page that asks what would come of a day.</summary>
public static class WhatIfWords
{
    public static readonly Word Title = new("Et si ?", "What if?", "ماذا لو؟");
    public static readonly Word Lead = new("La machine du plateau vit la journée plusieurs fois, chaque fois avec une autre chance ; personne n’est appelé.", "The floor’s own machine lives through the day several times, each with other luck; nobody is called.", "تعيش آلة القاعة اليوم عدة مرات، كل مرة بحظ مختلف؛ ولا يُتصل بأحد.");
    public static readonly Word Day = new("La journée", "The day", "اليوم");
    public static readonly Word Campaign = new("Campagne", "Campaign", "الحملة");
    public static readonly Word Date = new("Date", "Date", "التاريخ");
    public static readonly Word From = new("De (heure de Paris)", "From (Paris time)", "من (بتوقيت باريس)");
    public static readonly Word Until = new("À (heure de Paris)", "To (Paris time)", "إلى (بتوقيت باريس)");
    public static readonly Word People = new("Prospects à appeler", "Prospects to call", "زبناء للاتصال بهم");
    public static readonly Word Agents = new("Conseillers", "Agents", "المستشارون");
    public static readonly Word Mode = new("Mode d’appel", "Dial mode", "طريقة الاتصال");
    public static readonly Word Learnt = new("D’après {0} appels de cette campagne en trente jours : {1} de réponses, {2} de communication et {3} de post-appel en moyenne.", "From {0} calls of this campaign in thirty days: {1} answered, {2} of talk and {3} of wrap-up on average.", "استنادا إلى {0} مكالمة لهذه الحملة في ثلاثين يوما: {1} أجوبة، و{2} مكالمة و{3} ما بعد المكالمة في المتوسط.");
    public static readonly Word NotLearnt = new("Cette campagne a trop peu d’appels ({0}) pour en apprendre : les valeurs usuelles de la maison valent ({1} de réponses, {2} de communication, {3} de post-appel).", "This campaign has too few calls ({0}) to learn from: the house’s usual figures hold ({1} answered, {2} of talk, {3} of wrap-up).", "مكالمات هذه الحملة ({0}) قليلة جدا للتعلم منها: تُعتمد أرقام الدار المعتادة ({1} أجوبة، {2} مكالمة، {3} ما بعد المكالمة).");
    public static readonly Word Change = new("Une chose change", "One thing changes", "شيء واحد يتغير");
    public static readonly Word Nothing = new("Rien", "Nothing", "لا شيء");
    public static readonly Word AnswerRate = new("Part de réponses, en %", "Share answered, in %", "نسبة الأجوبة بـ %");
    public static readonly Word Value = new("Nouvelle valeur", "New value", "القيمة الجديدة");
    public static readonly Word Lives = new("Vies", "Lives", "مرات العيش");
    public static readonly Word Run = new("Vivre la journée", "Live the day", "عيش اليوم");
    public static readonly Word Living = new("Journées vécues", "Days lived through", "أيام تمت معايشتها");
    public static readonly Word Waiting = new("Une autre question passe d’abord…", "Another question goes first…", "سؤال آخر يسبق…");
    public static readonly Word AsItIs = new("Comme prévu", "As planned", "كما هو مقرر");
    public static readonly Word Difference = new("Écart", "Difference", "الفرق");
    public static readonly Word Attempts = new("Appels lancés", "Attempts", "المحاولات");
    public static readonly Word Reached = new("Joints", "Reached", "تم الوصول إليهم");
    public static readonly Word Successes = new("Réussites", "Successes", "النجاحات");
    public static readonly Word Refusals = new("Refusés par la loi", "Refused by the law", "رفضها القانون");
    public static readonly Word Busy = new("Temps occupé des conseillers", "Agents’ time in calls", "وقت انشغال المستشارين");
    public static readonly Word Abandoned = new("Abandons sur réponses", "Abandoned of answered", "التخلي من الأجوبة");
    public static readonly Word Talk = new("Heures de communication", "Hours of talk", "ساعات المكالمات");
    public static readonly Word Finish = new("Liste terminée", "List finished", "انتهت اللائحة");
    public static readonly Word FinishAt = new("vers {0}, {1} fois sur {2}", "about {0}, {1} of {2} times", "حوالي {0}، {1} من {2} مرات");
    public static readonly Word Never = new("pas ce jour-là", "not that day", "ليس في ذلك اليوم");
    public static readonly Word Range = new("{0} à {1}", "{0} to {1}", "{0} إلى {1}");
    public static readonly Word How = new("La valeur du milieu sur {0} vies ; dessous, de la moins à la plus heureuse. Les deux colonnes ont la même chance.", "The middle of {0} lives; below, from the least to the greatest. Both columns share their luck.", "القيمة الوسطى من {0} مرات؛ وتحتها من الأدنى إلى الأعلى. للعمودين الحظ نفسه.");
    public static readonly Word Asked = new("{0}, {1}, de {2} à {3} · conseillers\u00a0: {4} · prospects\u00a0: {5} · {6}", "{0}, {1}, {2} to {3} · agents: {4} · prospects: {5} · {6}", "{0}، {1}، من {2} إلى {3} · المستشارون: {4} · الزبناء: {5} · {6}");
    public static readonly Word NotOneCall = new("Pas un seul appel : ce jour-là, ou à ces heures, personne ne peut être appelé (week-end, jour férié, hors des heures autorisées). Choisissez un autre jour ou d’autres heures.", "Not one call: on that day, or at those hours, nobody may be called (weekend, holiday, outside the open hours). Choose another day or other hours.", "لا مكالمة واحدة: في ذلك اليوم أو تلك الساعات لا يجوز الاتصال بأحد (عطلة نهاية الأسبوع، عطلة رسمية، خارج الأوقات المسموح بها). اختر يوما آخر أو ساعات أخرى.");
    public static readonly Word Stopped = new("Arrêté : voici la réponse précédente.", "Stopped: this is the answer from before.", "توقف: هذا هو الجواب السابق.");
    public static readonly Word Points = new("{0}\u00a0pt", "{0}\u00a0pt", "{0}\u00a0نقطة");
    public static readonly Word AsTheyStand = new("Vécu avec {0} prospects tirés des {1} qui restent, tels qu’ils sont sur les listes : fondements, oppositions, appels passés, repos, lieux. Les quotas et le choix entre plusieurs numéros ne sont pas vécus.", "Lived with {0} prospects drawn from the {1} who are left, as they stand on the lists: grounds, objections, past calls, rests, places. Quotas and the choice among several numbers are not lived.", "عيش اليوم مع {0} زبونا مختارين من {1} الباقين كما هم على اللوائح: الأسس والتعرضات والمكالمات السابقة وفترات الراحة والأماكن. لا تُعاش الحصص ولا الاختيار بين عدة أرقام.");
    public static readonly Word Invented = new("Personne ne reste à appeler sur les listes : ces gens sont inventés.", "Nobody is left to be called on the lists: these people are invented.", "لم يبق أحد للاتصال به على اللوائح: هؤلاء الأشخاص مخترعون.");
    public static readonly Word Empty = new("La réponse viendra ici", "The answer will be here", "سيظهر الجواب هنا");
    public static readonly Word EmptyWhy = new("Choisissez la journée et, si vous voulez, la seule chose qui change.", "Choose the day and, if you like, the one thing that changes.", "اختر اليوم، وإن شئت الشيء الوحيد الذي يتغير.");
    public static readonly Word NoCampaign = new("Il n’y a pas encore de campagne à imaginer.", "There is no campaign yet to imagine.", "لا توجد حملة بعد لتخيلها.");
    public static readonly Word BadHours = new("La fin doit venir après le début.", "The end must come after the beginning.", "يجب أن تأتي النهاية بعد البداية.");
    public static readonly Word BadShare = new("Donnez une part de réponses de 1 à 90 %.", "Give a share answered from 1 to 90 %.", "أعط نسبة أجوبة من 1 إلى 90 %.");
    public static readonly Word BadNumber = new("Donnez de 1 à 1 000 conseillers et de 1 à 1 000 000 de prospects.", "Give from 1 to 1,000 agents and from 1 to 1,000,000 prospects.", "أعط من 1 إلى 1000 مستشار ومن 1 إلى 1000000 زبون.");
}
