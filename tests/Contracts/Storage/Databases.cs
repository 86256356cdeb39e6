using Plateau.Contracts.House;
using Plateau.Storage;

[assembly: AssemblyFixture(typeof(Plateau.Contracts.Storage.PostgresOfTheTests))]

namespace Plateau.Contracts.Storage;

/// <summary>One PostgreSQL for the whole run, started by the first test that asks.</summary>
public sealed class PostgresOfTheTests : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartNewAsync(Checkout.Root));

    public Task<PostgresServer> ServerAsync() => _server.Value;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
    }
}

/// <summary>Where a contract gets an empty database from: the same facts are asked of each engine.</summary>
public interface IDatabase
{
    Task<StoreAddress> NewAsync();
}

public sealed class SqliteDatabase : IDatabase, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plateau-sqlite-").FullName;

    public Task<StoreAddress> NewAsync() => Task.FromResult(StoreAddress.AtFile(Path.Combine(_folder, $"{Guid.NewGuid():N}.db")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class PostgresDatabase(PostgresOfTheTests postgres) : IDatabase
{
    public async Task<StoreAddress> NewAsync() => StoreAddress.Parse(await (await postgres.ServerAsync()).NewDatabaseAsync());
}
