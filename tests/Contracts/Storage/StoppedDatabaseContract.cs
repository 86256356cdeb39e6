using System.Data.Common;
using Plateau.Contracts.House;
using Plateau.Storage;
using Plateau.Storage.Journals;
using static Plateau.Contracts.Storage.JournalContract;

namespace Plateau.Contracts.Storage;

/// <summary>A database that stops fails every append while it is away, and is used again by itself once it is back.</summary>
public sealed class StoppedDatabaseContract
{
    [Fact]
    public async Task Appends_fail_while_the_database_is_stopped_and_go_on_by_themselves()
    {
        await using var server = await PostgresServer.StartNewAsync(Checkout.Root);
        await using var store = await Store.OpenAsync(StoreAddress.Parse(await server.NewDatabaseAsync()), Cancelled);
        await using var journal = new Journal(store);
        await journal.AppendAsync("floor", 0, [Ready(1)], Cancelled);
        (await store.AnswersAsync(Cancelled)).Should().BeTrue();

        await server.StopAsync();
        (await store.AnswersAsync(Cancelled)).Should().BeFalse();
        var away = () => journal.AppendAsync("floor", 1, [Ready(2)], Cancelled);
        await away.Should().ThrowAsync<DbException>();

        await server.StartAsync();
        (await journal.AppendAsync("floor", 1, [Ready(2)], Cancelled)).Should().Be(2);
        (await journal.ReadAsync("floor", 1, Cancelled).ToListAsync(Cancelled)).Should().Equal(new Recorded(1, Ready(1)), new Recorded(2, Ready(2)));
    }
}
