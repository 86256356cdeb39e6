using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Plateau.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GroundsBefore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ground_before",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    ground_id = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: true),
                    act = table.Column<string>(type: "text", nullable: true),
                    statements = table.Column<string>(type: "text", nullable: true),
                    channels = table.Column<string>(type: "text", nullable: true),
                    collector = table.Column<string>(type: "text", nullable: true),
                    wording = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ground_before", x => x.id);
                    table.ForeignKey(
                        name: "FK_ground_before_ground_ground_id",
                        column: x => x.ground_id,
                        principalTable: "ground",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ground_before_batch_id",
                table: "ground_before",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_ground_before_ground_id_batch_id",
                table: "ground_before",
                columns: new[] { "ground_id", "batch_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ground_before");
        }
    }
}
