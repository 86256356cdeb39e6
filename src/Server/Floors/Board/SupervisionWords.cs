using Plateau.Server.Web.Words;

namespace Plateau.Server.Floors.Board;

/// <summary>What leading a floor is called on the board: hearing, writing, moving, changing how a campaign dials.</summary>
internal static class SupervisionWords
{
    public static readonly Word Act = new("agir", "act", "تصرف");
    public static readonly Word Close = new("Fermer", "Close", "إغلاق");
    public static readonly Word MyTelephone = new("Mon téléphone", "My telephone", "هاتفي");
    public static readonly Word MyTelephoneWhy = new("L’écoute sonne sur votre téléphone : ouvrez-le dans cette page, puis recommencez.", "Listening rings your telephone: open it in this page, then try again.", "يرن الاستماع على هاتفك: افتحه في هذه الصفحة ثم أعد المحاولة.");
    public static readonly Word Hearing = new("Vous écoutez {0} : ni le conseiller ni le client ne vous entendent.", "You are listening to {0}: neither the agent nor the customer hears you.", "أنت تستمع إلى {0}، ولا يسمعك المستشار ولا الزبون.");
    public static readonly Word Whispering = new("Vous soufflez à {0} : le client ne vous entend pas.", "You are whispering to {0}: the customer does not hear you.", "أنت تهمس إلى {0}، ولا يسمعك الزبون.");
    public static readonly Word Inside = new("Vous êtes dans la conversation de {0} : tous vous entendent.", "You are in {0}’s conversation: everybody hears you.", "أنت في محادثة {0}، والجميع يسمعك.");
    public static readonly Word NoConversation = new("L’écoute est possible pendant une conversation.", "Listening is possible during a conversation.", "الاستماع ممكن أثناء المحادثة.");
    public static readonly Word AgentIsTold = new("Le conseiller voit qu’on l’écoute : la campagne le veut ainsi.", "The agent sees that somebody listens: the campaign wants it so.", "يرى المستشار أن أحداً يستمع: هكذا تريد الحملة.");
    public static readonly Word AgentIsNotTold = new("Le conseiller ne voit pas l’écoute : la campagne le veut ainsi.", "The agent does not see it: the campaign wants it so.", "لا يرى المستشار الاستماع: هكذا تريد الحملة.");
    public static readonly Word ToEveryone = new("Message à tous", "Message to all", "رسالة إلى الجميع");
    public static readonly Word WrittenToday = new("Écrits aujourd’hui", "Written today", "كُتبت اليوم");
    public static readonly Word ReadAt = new("lu à {0}", "read at {0}", "قُرئت في {0}");
    public static readonly Word Unread = new("pas encore lu", "not read yet", "لم تُقرأ بعد");
    public static readonly Word ThisShift = new("Pour cette journée ; l’appel en cours continue.", "For this shift; the present call goes on.", "لهذه الوردية؛ تستمر المكالمة الجارية.");
    public static readonly Word Apply = new("Appliquer", "Apply", "تطبيق");
    public static readonly Word Moved = new("{0} sert maintenant : {1}.", "{0} now serves: {1}.", "{0} يخدم الآن: {1}.");
    public static readonly Word SignedOut = new("{0} est déconnecté.", "{0} is signed out.", "أُنهيت جلسة {0}.");
    public static readonly Word Keep = new("Garder connecté", "Keep signed in", "إبقاء الجلسة");
    public static readonly Word Pacing = new("Rythme et priorité", "Pace and priority", "الوتيرة والأولوية");
    public static readonly Word Mode = new("Mode d’appel", "Dialling mode", "نمط الاتصال");
    public static readonly Word Power = new("Puissance", "Power", "مضاعف");
    public static readonly Word Predictive = new("Prédictif", "Predictive", "تنبئي");
    public static readonly Word Priority = new("Priorité (la plus grande d’abord)", "Priority (greatest first)", "الأولوية (الأكبر أولاً)");
    public static readonly Word PowerRatio = new("Appels par conseiller libre (1 à 4)", "Calls per free agent (1 to 4)", "مكالمات لكل مستشار متاح (1 إلى 4)");
    public static readonly Word Limit = new("Abandons au plus, en % (3 au plus)", "Abandoned at most, in % (3 at most)", "أقصى تخلٍّ بالمائة (3 على الأكثر)");
    public static readonly Word Changed = new("{0} : réglages enregistrés.", "{0}: settings kept.", "{0}: حُفظت الإعدادات.");
    public static readonly Word Started = new("{0} est démarrée.", "{0} is started.", "شُغّلت {0}.");
    public static readonly Word PausedNow = new("{0} est suspendue. Les appels en cours continuent.", "{0} is paused. Live calls go on.", "عُلّقت {0}. تستمر المكالمات الجارية.");
    public static readonly Word StoppedNow = new("{0} est arrêtée. Les appels en cours continuent.", "{0} is stopped. Live calls go on.", "أوقفت {0}. تستمر المكالمات الجارية.");
    public static readonly Word OpenCampaign = new("Ouvrir la campagne", "Open the campaign", "فتح الحملة");
    public static readonly Word PauseIt = new("Suspendre {0}", "Pause {0}", "تعليق {0}");
    public static readonly Word StartIt = new("Démarrer {0}", "Start {0}", "تشغيل {0}");
    public static readonly Word SetIt = new("Régler {0}", "Set {0}", "ضبط {0}");
    public static readonly Word FromSupervisor = new("Message de {0}", "Message from {0}", "رسالة من {0}");
    public static readonly Word IReadIt = new("J’ai lu", "I read it", "قرأتها");
    public static readonly Word NotYours = new("Vous n’avez pas ce droit ici.", "You may not do that here.", "لا يحق لك ذلك هنا.");
}
