using Plateau.Server.Web.Words;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>The words of answering-machine detection and of how far it can be believed.</summary>
public static class DetectionWords
{
    public static readonly Word Sample = new("Répondeurs écoutés par un conseiller, en %", "Machines heard by an agent, in %", "المجيبات التي يستمع إليها مستشار، بالمائة");
    public static readonly Word SampleHint = new("La seule façon de savoir combien de personnes sont prises pour des répondeurs. 0 : rien n’est mesuré.", "The only way to know how many people are taken for machines. 0: nothing is measured.", "الوسيلة الوحيدة لمعرفة عدد الأشخاص الذين يُحسبون مجيبات. 0: لا قياس.");
    public static readonly Word Title = new("Détection de répondeurs, mesurée", "Answering-machine detection, measured", "كشف المجيب الآلي، مَقيسا");
    public static readonly Word Empty = new("Rien à mesurer encore", "Nothing to measure yet", "لا شيء للقياس بعد");
    public static readonly Word EmptyWhy = new("Dès que des appels tombent sur des répondeurs, une part va à un conseiller, et ce qu’il dit juge la détection.", "As soon as calls meet machines, a share of them goes to an agent, and what the agent says judges detection.", "حين تصادف المكالمات مجيبات آلية يُحوَّل جزء منها إلى مستشار، وبما يقوله يُقاس الكشف.");
    public static readonly Word Machines = new("Pris pour des répondeurs", "Taken for machines", "حُسبت مجيبات");
    public static readonly Word MachinesFormula = new("Appels décrochés que la détection a jugés être un répondeur, depuis le début de la campagne.", "Answered calls that detection judged to be a machine, since the campaign began.", "المكالمات المجابة التي حكم الكشف بأنها مجيب آلي منذ بداية الحملة.");
    public static readonly Word Checked = new("Écoutés par un conseiller", "Heard by an agent", "استمع إليها مستشار");
    public static readonly Word CheckedFormula = new("Parmi eux, ceux dont un conseiller a dit qui avait répondu.", "Of these, those of which an agent said who had answered.", "منها ما بيّن مستشار من أجاب فيه.");
    public static readonly Word Persons = new("Étaient des personnes", "Were persons", "كانوا أشخاصا");
    public static readonly Word PersonsFormula = new("Personnes sur appels écoutés. Elles comptent parmi les abandons, à proportion de ceux qui n’ont pas été écoutés.", "Persons over calls heard. They count as abandoned, in proportion to those that were not heard.", "الأشخاص من المكالمات المستمع إليها. يُحسبون متخلى عنهم بنسبة ما لم يُستمع إليه.");
    public static readonly Word Missed = new("Répondeurs non reconnus", "Machines put through to agents", "مجيبات حُوّلت إلى المستشارين");
    public static readonly Word MissedFormula = new("Appels où un conseiller a trouvé un répondeur, sur ceux que la détection a laissés passer.", "Calls in which an agent found a machine, over those that detection let through.", "المكالمات التي وجد فيها المستشار مجيبا آليا، مما مرره الكشف.");
    public static readonly Word TooFew = new("Encore peu d’écoutes : {0} sur {1}. D’ici là, chacune pèse peu, et l’on écoute plus souvent.", "Few heard yet: {0} of {1}. Until then each counts for little, and machines are heard more often.", "ما زال المستمع إليه قليلا: {0} من {1}. وحتى ذلك الحين يزن كل استماع قليلا، ويكثر الاستماع.");
    public static readonly Word Range = new("D’après les écoutes, entre {0} et {1} des « répondeurs » sont des personnes (19 échantillons sur 20).", "By what was heard, between {0} and {1} of the “machines” are persons (19 samples of 20).", "حسب ما سُمع، بين {0} و{1} من «المجيبات» أشخاص (19 عينة من 20).");
    public static readonly Word Believed = new("On en tient {0} pour des personnes : {1} raccrochées à tort, qui comptent comme abandons.", "{0} of them are taken to be persons: {1} were hung up on by mistake, and count as abandoned.", "يُعدّ {0} منها أشخاصا: أُغلق الخط خطأ في وجه {1}، ويُحسبون متخلى عنهم.");
    public static readonly Word NoResult = new("Aucune qualification n’a l’effet « Répondeur » : rien ne peut être mesuré. Donnez-le à une qualification, à l’étape Qualifications.", "No disposition has the effect “Answering machine”: nothing can be measured. Give it to one, in the step Dispositions.", "لا تصنيف له أثر «مجيب آلي»: لا يمكن قياس شيء. أعطه لتصنيف في مرحلة التصنيفات.");
    public static readonly Word SwitchOff = new("Plus d’une personne sur vingt est raccrochée à tort : envisagez de couper la détection.", "More than one in twenty is a person: think of switching detection off.", "أكثر من واحد من كل عشرين شخص: فكّر في إيقاف الكشف.");
}
