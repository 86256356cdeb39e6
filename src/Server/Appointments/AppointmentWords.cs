using Plateau.Core.Appointments;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Appointments;

/// <summary>The words of appointments: at the desk, in the calendar, on the call sheet.</summary>
public static class AppointmentWords
{
    public static readonly Word Title = new("Rendez-vous", "Appointments", "المواعيد");
    public static readonly Word Week = new("Semaine", "Week", "الأسبوع");
    public static readonly Word Team = new("Équipe, un jour", "Team, one day", "الفريق، يوم واحد");
    public static readonly Word Today = new("Aujourd’hui", "Today", "اليوم");
    public static readonly Word Before = new("Avant", "Before", "السابق");
    public static readonly Word After = new("Après", "After", "التالي");
    public static readonly Word AllClients = new("Tous les donneurs d’ordre", "All clients", "كل الجهات");
    public static readonly Word AllCampaigns = new("Toutes les campagnes", "All campaigns", "كل الحملات");
    public static readonly Word AllConsultants = new("Tous les commerciaux", "All consultants", "كل المستشارين");
    public static readonly Word Client = new("Donneur d’ordre", "Client", "الجهة المتعاقدة");
    public static readonly Word Campaign = new("Campagne", "Campaign", "الحملة");
    public static readonly Word Consultant = new("Commercial", "Consultant", "المستشار");
    public static readonly Word InZone = new("Heures de {0}", "Times of {0}", "بتوقيت {0}");
    public static readonly Word Empty = new("Aucun rendez-vous cette semaine", "No appointment this week", "لا موعد هذا الأسبوع");
    public static readonly Word EmptyWhy = new("Ils viennent ici dès qu’un conseiller en prend un au téléphone.", "They come here as soon as an agent makes one on the telephone.", "تظهر هنا بمجرد أن يحدد مستشار موعداً بالهاتف.");
    public static readonly Word ShowCancelled = new("Montrer les annulés", "Show those called off", "إظهار الملغاة");
    public static readonly Word Customer = new("Client final", "Customer", "الزبون");
    public static readonly Word Number = new("Numéro", "Number", "الرقم");
    public static readonly Word State = new("État", "State", "الحالة");
    public static readonly Word AllStates = new("Tous", "All", "الكل");
    public static readonly Word Invitation = new("Invitation", "Invitation", "الدعوة");
    public static readonly Word MadeBy = new("Pris par", "Made by", "حدده");
    public static readonly Word Held = new("Honoré", "Held", "تم");
    public static readonly Word NoShow = new("Absent", "No-show", "غاب");
    public static readonly Word TakeBack = new("Pas encore connu", "Not known yet", "غير معروف بعد");
    public static readonly Word Restore = new("Rétablir", "Restore", "استعادة");
    public static readonly Word MoveTo = new("Déplacer", "Move", "نقل");
    public static readonly Word Day = new("Jour", "Day", "اليوم");
    public static readonly Word Time = new("Heure", "Time", "الساعة");
    public static readonly Word Anyway = new("Déplacer quand même", "Move it anyway", "نقله رغم ذلك");
    public static readonly Word NotMoved = new("Pas déplacé : {0}.", "Not moved: {0}.", "لم يُنقل: {0}.");
    public static readonly Word NotRestored = new("Pas rétabli : {0}.", "Not restored: {0}.", "لم يُستعد: {0}.");
    public static readonly Word Moved = new("Déplacé : {0}, {1}.", "Moved: {0}, {1}.", "نُقل: {0}، {1}.");
    public static readonly Word NowIs = new("{0} : {1}.", "{0}: {1}.", "{0}: {1}.");
    public static readonly Word Undo = new("Annuler ce changement", "Undo", "تراجع");
    public static readonly Word History = new("Ce qui s’est passé", "What happened", "ما حدث");
    public static readonly Word Notices = new("Messages", "Messages", "الرسائل");
    public static readonly Word Minutes = new("Durée (minutes)", "Length (minutes)", "المدة (دقائق)");
    public static readonly Word Lasts = new("{0} : dure {1} min.", "{0}: takes {1} min.", "{0}: يدوم {1} دقيقة.");
    public static readonly Word LengthWrong = new("un rendez-vous dure de cinq minutes à huit heures", "an appointment takes five minutes to eight hours", "يدوم الموعد من خمس دقائق إلى ثماني ساعات");
    public static readonly Word Stretch = new("Tirer ce bord pour changer la durée", "Pull this edge for another length", "اسحب هذا الطرف لتغيير المدة");
    public static readonly Word Details = new("Invitation, lieu, note : changer", "Invitation, place, note: change", "الدعوة والمكان والملاحظة: تغيير");
    public static readonly Word KeepDetails = new("Garder ces détails", "Keep these details", "حفظ هذه التفاصيل");
    public static readonly Word Described = new("Détails gardés ; {0} et le commercial en sont avertis.", "Details kept; {0} and the consultant are told.", "حُفظت التفاصيل؛ ويُبلَّغ {0} والمستشار.");
    public static readonly Word NotFollowed = new("durée non suivie", "length not followed", "مدة غير معتمدة");
    public static readonly Word NotFollowedWhy = new("Dans son agenda, le commercial lui a donné une durée qu’un rendez-vous ne peut avoir (de cinq minutes à huit heures). Il garde l’ancienne : donnez-lui une autre heure ou durée, ou laissez-le ainsi.", "In their calendar, the consultant gave it a length that an appointment can not have (five minutes to eight hours). It keeps the old one: give it another time or length, or leave it so.", "أعطاه المستشار في أجندته مدة لا يمكن أن تكون لموعد (من خمس دقائق إلى ثماني ساعات). يحتفظ بمدته السابقة: أعطه وقتاً أو مدة أخرى، أو اتركه كما هو.");
    public static readonly Word Seen = new("Laisser ainsi", "Leave it so", "اتركه كما هو");
    public static readonly Word KeysWalk = new("parcourir heures et rendez-vous, ouvrir ou prendre", "go through times and appointments, open or book", "التنقل بين الأوقات والمواعيد وفتحها أو الحجز");
    public static readonly Word KeysMove = new("soulever un rendez-vous ; flèches, puis Entrée le posent, Échap le rend", "lift an appointment; arrows, then Enter set it down, Escape puts it back", "رفع موعد؛ بالأسهم ثم Enter يوضع، وEsc يعيده");
    public static readonly Word KeysLength = new("plus court, plus long : du rendez-vous soulevé, ou de l’heure à prendre", "shorter, longer: of what is lifted, or of the time to be booked", "أقصر أو أطول: للموعد المرفوع أو للوقت المراد حجزه");
    private static readonly Word WhatRefused = new("durée changée par le commercial et non suivie, en minutes :", "length changed by the consultant and not followed, in minutes:", "مدة غيّرها المستشار ولم تُعتمد، بالدقائق:");
    private static readonly Word WhatSeen = new("laissé ainsi", "left so", "تُرك كما هو");
    public static readonly Word Close = new("Fermer", "Close", "إغلاق");
    public static readonly Word Choose = new("Choisissez un rendez-vous : il s’ouvre ici. Glissez-le pour le déplacer, ou donnez-lui ici un jour et une heure.", "Choose an appointment: it opens here. Drag it to move it, or give it a day and a time here.", "اختر موعداً ليفتح هنا. اسحبه لنقله أو أعطه هنا يوماً وساعة.");
    public static readonly Word Sheet = new("Feuille du jour", "Call sheet", "ورقة اليوم");
    public static readonly Word SheetTitle = new("Feuille de rendez-vous", "Call sheet", "ورقة المواعيد");
    public static readonly Word SheetOf = new("{0}, {1}", "{0}, {1}", "{0}، {1}");
    public static readonly Word SheetEmpty = new("Aucun rendez-vous ce jour-là", "No appointment on that day", "لا موعد في هذا اليوم");
    public static readonly Word Print = new("Imprimer", "Print", "طباعة");
    public static readonly Word Download = new("Télécharger (CSV)", "Download (CSV)", "تحميل (CSV)");
    public static readonly Word Said = new("Ce qui a été dit", "What was said", "ما قيل");
    public static readonly Word NothingSaid = new("Aucune note", "No note", "لا ملاحظة");
    public static readonly Word UnknownSheet = new("Ce commercial n’existe pas", "There is no such consultant", "لا يوجد هذا المستشار");
    public static readonly Word KeysWeek = new("semaine ou jour d’avant, d’après", "week or day before, after", "الأسبوع أو اليوم السابق والتالي");
    private static readonly Word NoticeConfirmation = new("confirmation", "confirmation", "تأكيد");
    private static readonly Word NoticeReminder = new("rappel", "reminder", "تذكير");
    private static readonly Word NoticeChange = new("changement", "change", "تغيير");
    private static readonly Word NoticeCancellation = new("annulation", "cancellation", "إلغاء");
    public static readonly Word NoticeWaits = new("attend l’envoi depuis le {0}", "waits to be sent since {0}", "ينتظر الإرسال منذ {0}");
    public static readonly Word NoticeDue = new("à envoyer le {0}", "to be sent at {0}", "يُرسل في {0}");
    public static readonly Word NoticeSent = new("envoyé le {0}", "sent at {0}", "أُرسل في {0}");
    public static readonly Word NoticeFailed = new("non parti : {0}", "not sent: {0}", "لم يُرسل: {0}");
    private static readonly Word WhatBooked = new("pris", "made", "حُدد");
    private static readonly Word WhatMoved = new("déplacé", "moved", "نُقل");
    private static readonly Word WhatCancelled = new("annulé", "called off", "أُلغي");
    private static readonly Word WhatHeld = new("honoré", "held", "تم");
    private static readonly Word WhatNoShow = new("absent", "no-show", "غياب");
    private static readonly Word WhatReopened = new("rétabli", "restored", "استُعيد");
    private static readonly Word WhatReplied = new("réponse à l’invitation", "answer to the invitation", "رد على الدعوة");
    public static readonly Word Noted = new("Détails gardés ; le commercial en est averti.", "Details kept; the consultant is told.", "حُفظت التفاصيل؛ ويُبلَّغ المستشار.");
    private static readonly Word WhatDescribed = new("détails changés", "details changed", "تغيرت التفاصيل");
    public static readonly Word ToCome = new("À venir", "To come", "القادمة");
    public static readonly Word Offer = new("Rendez-vous", "Appointment", "موعد");
    public static readonly Word Propose = new("Proposer", "Offer times", "اقتراح أوقات");
    public static readonly Word OfferWhy = new("Des créneaux libres se proposent pendant que vous parlez.", "Free times can be offered while you speak.", "يمكن اقتراح أوقات شاغرة أثناء الكلام.");
    public static readonly Word Whoever = new("Qui convient", "Whoever fits", "من يناسب");
    public static readonly Word With = new("Avec", "With", "مع");
    public static readonly Word Later = new("Autres jours", "Other days", "أيام أخرى");
    public static readonly Word Again = new("Revenir aux premiers jours", "Back to the first days", "العودة إلى الأيام الأولى");
    public static readonly Word None = new("Aucun créneau libre", "No free time", "لا وقت شاغر");
    public static readonly Word NoneWhy = new("Dans les {0} jours proposés par la campagne. Choisissez un autre commercial, ou notez un rappel.", "In the {0} days that the campaign offers. Choose another consultant, or note a callback.", "في {0} يوماً التي تقترحها الحملة. اختر مستشاراً آخر أو دوّن معاودة.");
    public static readonly Word NotInArea = new("{0} : hors secteur", "{0}: not in the area", "{0}: خارج المنطقة");
    public static readonly Word NoTimeLeft = new("{0} : plus de créneau", "{0}: no time left", "{0}: لا وقت متبقياً");
    public static readonly Word NobodyYet = new("Aucun commercial n’est encore saisi pour ce donneur d’ordre.", "No consultant is entered for this client yet.", "لم يُدخل بعد أي مستشار لهذه الجهة.");
    public static readonly Word Email = new("E-mail du client, pour l’invitation", "Customer’s e-mail, for the invitation", "بريد الزبون لإرسال الدعوة");
    public static readonly Word EmailHint = new("Vide : pas d’invitation.", "Empty: no invitation.", "فارغ: دون دعوة.");
    public static readonly Word EmailWrong = new("Écrivez une adresse comme prenom@exemple.fr.", "Write an address such as name@example.org.", "اكتب عنواناً مثل name@example.org.");
    public static readonly Word Tongue = new("Langue de l’invitation", "Language of the invitation", "لغة الدعوة");
    public static readonly Word Place = new("Lieu", "Place", "المكان");
    public static readonly Word Note = new("Pour le commercial", "For the consultant", "للمستشار");
    public static readonly Word Book = new("Prendre ce rendez-vous", "Book this time", "حجز هذا الموعد");
    public static readonly Word MoveHere = new("Déplacer ici", "Move it here", "نقله إلى هنا");
    public static readonly Word Booked = new("Rendez-vous pris", "Appointment made", "حُدد الموعد");
    public static readonly Word At = new("{0} à {1}", "{0} at {1}", "{0} على الساعة {1}");
    public static readonly Word Invited = new("Invitation à {0}", "Invitation to {0}", "دعوة إلى {0}");
    public static readonly Word NotInvited = new("Sans invitation : aucun e-mail.", "No invitation: there is no e-mail.", "دون دعوة: لا بريد.");
    public static readonly Word Change = new("Changer d’heure", "Change the time", "تغيير الوقت");
    public static readonly Word CallOff = new("Annuler le rendez-vous", "Call it off", "إلغاء الموعد");
    public static readonly Word HasOne = new("Cette personne a déjà un rendez-vous : {0}, avec {1}.", "This person has an appointment already: {0}, with {1}.", "لهذا الشخص موعد من قبل: {0}، مع {1}.");
    public static readonly Word JustTaken = new("{0} vient d’être pris : voici les créneaux suivants.", "{0} has just been taken: here are the next free times.", "{0} حُجز للتو: هذه الأوقات التالية.");
    public static readonly Word ChangedElsewhere = new("Quelqu’un a changé ce rendez-vous entre-temps : voici comment il est maintenant.", "Somebody changed this appointment meanwhile: this is how it stands now.", "غيّر شخص آخر هذا الموعد: هذا وضعه الآن.");
    public static readonly Word Gone = new("Ce rendez-vous n’existe plus.", "This appointment is no longer there.", "لم يعد هذا الموعد موجوداً.");
    public static readonly Word KeysOffer = new("dans les rendez-vous : le créneau, puis Entrée ; 0 : autres jours", "in appointments: the time, then Enter; 0: other days", "في المواعيد: الوقت ثم Enter؛ 0: أيام أخرى");
    public static readonly Word Because = new("choisi : {0}", "chosen: {0}", "اختير: {0}");
    private static readonly Word MetBefore = new("l’a déjà vu", "met them before", "التقاه من قبل");
    private static readonly Word Area = new("son secteur", "their area", "منطقته");
    private static readonly Word Fewest = new("le moins de rendez-vous", "fewest appointments", "الأقل مواعيد");
    private static readonly Word InTurn = new("à son tour", "their turn", "دوره");
    private static readonly Word OnlyOne = new("seul libre", "the only one free", "الوحيد الشاغر");
    private static readonly Word OnSite = new("chez le client", "at the customer’s", "عند الزبون");
    private static readonly Word Telephone = new("par téléphone", "by telephone", "بالهاتف");
    private static readonly Word Video = new("en visio", "by video", "بالفيديو");
    private static readonly Word StateBooked = new("pris", "booked", "محدد");
    private static readonly Word StateHeld = new("honoré", "held", "تم");
    private static readonly Word StateNoShow = new("absent", "no-show", "غياب");
    private static readonly Word StateCancelled = new("annulé", "called off", "ملغى");
    private static readonly Word ReplyAccepted = new("accepté par le client", "accepted by the customer", "قبله الزبون");
    private static readonly Word ReplyTentative = new("peut-être", "perhaps", "ربما");
    private static readonly Word ReplyDeclined = new("refusé par le client", "declined by the customer", "رفضه الزبون");
    private static readonly Word ReplyNone = new("sans réponse", "no answer yet", "دون رد");
    private static readonly Word FaultNotTheirs = new("ce commercial ne prend pas les rendez-vous de cette campagne", "this consultant does not take this campaign’s appointments", "لا يأخذ هذا المستشار مواعيد هذه الحملة");
    private static readonly Word FaultOutside = new("hors de ses heures de travail", "outside their working hours", "خارج ساعات عمله");
    private static readonly Word FaultBusy = new("son agenda est occupé", "their calendar is busy", "أجندته مشغولة");
    private static readonly Word FaultTaken = new("un autre rendez-vous, ou son trajet, est là", "another appointment, or the way to it, lies there", "هناك موعد آخر أو وقت تنقله");
    private static readonly Word FaultFull = new("sa journée est pleine", "their day is full", "يومه ممتلئ");
    private static readonly Word FaultSoon = new("trop tôt ou passé", "too soon, or gone by", "قريب جداً أو فات");
    private static readonly Word FaultFar = new("plus loin que ce que la campagne propose", "further than the campaign offers", "أبعد مما تقترحه الحملة");
    private static readonly Word FaultAlready = new("cet appel a déjà pris un rendez-vous", "this call has made an appointment already", "حددت هذه المكالمة موعداً من قبل");

    internal static string Of(OfferReason why) => why switch { OfferReason.MetBefore => MetBefore, OfferReason.Area => Area, OfferReason.FewestBooked => Fewest, OfferReason.InTurn => InTurn, _ => OnlyOne };

    /// <summary>What the history calls a thing that happened.</summary>
    internal static string OfEntry(string what) => what switch
    {
        "booked" => WhatBooked, "moved" => WhatMoved, "cancelled" => WhatCancelled, "held" => WhatHeld, "no-show" => WhatNoShow, "reopened" => WhatReopened, "replied" => WhatReplied, AppointmentEntry.Refused => WhatRefused, AppointmentEntry.Seen => WhatSeen, _ => WhatDescribed,
    };

    internal static string Of(NoticeKind kind) => kind switch { NoticeKind.Reminder => NoticeReminder, NoticeKind.Change => NoticeChange, NoticeKind.Cancellation => NoticeCancellation, _ => NoticeConfirmation };

    internal static string Of(MeetingKind kind) => kind switch { MeetingKind.Telephone => Telephone, MeetingKind.Video => Video, _ => OnSite };

    internal static string Of(InvitationReply reply) => reply switch { InvitationReply.Accepted => ReplyAccepted, InvitationReply.Tentative => ReplyTentative, InvitationReply.Declined => ReplyDeclined, _ => ReplyNone };

    internal static string Of(AppointmentState state) => state switch { AppointmentState.Held => StateHeld, AppointmentState.NoShow => StateNoShow, AppointmentState.Cancelled => StateCancelled, _ => StateBooked };

    /// <summary>The drawing that goes with the state, so that no colour says it alone.</summary>
    internal static string IconOf(AppointmentState state) => state switch { AppointmentState.Held => "check", AppointmentState.NoShow => "out", AppointmentState.Cancelled => "cross", _ => "calendar" };

    internal static string Of(SlotFault fault) => fault switch
    {
        SlotFault.NotTheirs => FaultNotTheirs, SlotFault.OutsideHours => FaultOutside, SlotFault.Busy => FaultBusy, SlotFault.Taken => FaultTaken,
        SlotFault.DayFull => FaultFull, SlotFault.TooSoon => FaultSoon, SlotFault.TooFar => FaultFar, _ => FaultAlready,
    };
}
