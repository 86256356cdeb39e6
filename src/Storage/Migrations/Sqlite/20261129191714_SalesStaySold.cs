using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Plateau.Storage.Migrations.Sqlite
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
                type: "INTEGER",
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
