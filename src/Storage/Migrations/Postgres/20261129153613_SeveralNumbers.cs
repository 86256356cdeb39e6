using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Plateau.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SeveralNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "number_rank",
                table: "attempt",
                type: "smallint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "number",
                columns: table => new
                {
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    rank = table.Column<short>(type: "smallint", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    digits = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    tried = table.Column<int>(type: "integer", nullable: false),
                    tried_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    dead = table.Column<bool>(type: "boolean", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number", x => new { x.customer_id, x.rank });
                    table.ForeignKey(
                        name: "FK_number_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_number_client_id_digits",
                table: "number",
                columns: new[] { "client_id", "digits" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "number");

            migrationBuilder.DropColumn(
                name: "number_rank",
                table: "attempt");
        }
    }
}
