using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Plateau.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SalesStaySold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "segment_id",
                table: "attempt",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "segment_id",
                table: "attempt");
        }
    }
}
