using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Plateau.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListsThatWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_prospect_list_id_state_due_at_id",
                table: "prospect");

            migrationBuilder.AddColumn<double>(
                name: "score",
                table: "prospect",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "segment_id",
                table: "prospect",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "segment_columns",
                table: "list",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "segment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    list_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    audience = table.Column<short>(type: "smallint", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zones = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    territory = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    words = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_segment", x => x.id);
                    table.ForeignKey(
                        name: "FK_segment_list_list_id",
                        column: x => x.list_id,
                        principalTable: "list",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_segment_list_id_audience_country_zones_territory_words",
                table: "segment",
                columns: new[] { "list_id", "audience", "country", "zones", "territory", "words" },
                unique: true);

            // Whoever is on a list already is put where a new import would put them.
            migrationBuilder.Sql(
                """
                INSERT INTO segment (list_id, audience, country, zones, territory, words)
                SELECT DISTINCT prospect.list_id, customer.audience, customer.country, customer.zones, coalesce(customer.territory, ''), '' FROM prospect JOIN customer ON customer.id = prospect.customer_id
                """);
            migrationBuilder.Sql(
                """
                UPDATE prospect SET segment_id = segment.id FROM customer, segment WHERE customer.id = prospect.customer_id AND segment.list_id = prospect.list_id AND segment.audience = customer.audience
                AND segment.country = customer.country AND segment.zones = customer.zones AND segment.territory = coalesce(customer.territory, '') AND segment.words = ''
                """);

            migrationBuilder.CreateIndex(
                name: "IX_prospect_list_id_segment_id_score_id",
                table: "prospect",
                columns: new[] { "list_id", "segment_id", "score", "id" },
                descending: new[] { false, false, true, false },
                filter: "state = 0 AND score IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_prospect_list_id_state_segment_id_due_at_id",
                table: "prospect",
                columns: new[] { "list_id", "state", "segment_id", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_attempt_campaign_id_prospect_id",
                table: "attempt",
                columns: new[] { "campaign_id", "prospect_id" },
                filter: "effect = 'success'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "segment");

            migrationBuilder.DropIndex(
                name: "IX_prospect_list_id_segment_id_score_id",
                table: "prospect");

            migrationBuilder.DropIndex(
                name: "IX_prospect_list_id_state_segment_id_due_at_id",
                table: "prospect");

            migrationBuilder.DropIndex(
                name: "IX_attempt_campaign_id_prospect_id",
                table: "attempt");

            migrationBuilder.DropColumn(
                name: "score",
                table: "prospect");

            migrationBuilder.DropColumn(
                name: "segment_id",
                table: "prospect");

            migrationBuilder.DropColumn(
                name: "segment_columns",
                table: "list");

            migrationBuilder.CreateIndex(
                name: "IX_prospect_list_id_state_due_at_id",
                table: "prospect",
                columns: new[] { "list_id", "state", "due_at", "id" });
        }
    }
}
