using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Plateau.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GroundEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "act",
                table: "ground",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "channels",
                table: "ground",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "collector",
                table: "ground",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "statements",
                table: "ground",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wording",
                table: "ground",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "act",
                table: "ground");

            migrationBuilder.DropColumn(
                name: "channels",
                table: "ground");

            migrationBuilder.DropColumn(
                name: "collector",
                table: "ground");

            migrationBuilder.DropColumn(
                name: "statements",
                table: "ground");

            migrationBuilder.DropColumn(
                name: "wording",
                table: "ground");
        }
    }
}
