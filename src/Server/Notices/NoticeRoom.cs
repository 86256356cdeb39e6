namespace Plateau.Server.Notices;

/// <summary>What the house needs to write letters about appointments and to read the answers.</summary>
internal static class NoticeRoom
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<MailDesk>().AddSingleton<NoticeLetters>()
        .AddSingleton<NoticeService>().AddHostedService(provider => provider.GetRequiredService<NoticeService>())
        .AddSingleton<AnswerService>().AddHostedService(provider => provider.GetRequiredService<AnswerService>());
}
