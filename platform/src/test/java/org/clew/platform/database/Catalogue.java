package org.clew.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clew.platform.database.TestDatabase.Role;

/// The tables of every module in a database of their own, and a row for any of them, made from what
/// PostgreSQL's catalogue says of its columns: what a new module adds is in it by itself.
final class Catalogue {

  private static final String OTHER_THAN_HISTORIES = "not starts_with(relname, 'flyway_')";

  private final String url = TestDatabase.create();

  private Catalogue() {}

  /// Every module's tables, with nothing that stands in the way of any row: no foreign key, no
  /// check, no trigger. The walls between organisations stand as they were made.
  static Catalogue ofBareTables() throws SQLException, IOException {
    var catalogue = ofTables();
    for (String statement :
        catalogue.list(
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname)
            from pg_constraint where contype in ('f', 'c') and conrelid <> 0
              and connamespace = 'clew'::regnamespace
            """)) {
      PostgresFixture.order(catalogue.owner(), statement);
    }
    for (String table : catalogue.tables()) {
      PostgresFixture.order(
          catalogue.owner(), "alter table clew.%s disable trigger user".formatted(table));
    }
    return catalogue;
  }

  static Catalogue ofTables() throws IOException {
    var catalogue = new Catalogue();
    for (String module : Migrations.modules()) {
      Migrations.migrate(catalogue.owner(), LocalPostgres.APPLICATION, module, "latest");
    }
    return catalogue;
  }

  DatabaseLogin owner() {
    return TestDatabase.login(url + "?currentSchema=clew", Role.OWNER);
  }

  DatabaseLogin application() {
    return TestDatabase.login(url + "?currentSchema=clew", Role.APPLICATION);
  }

  List<String> tables() throws SQLException {
    return list(
        """
        select relname from pg_class where relnamespace = 'clew'::regnamespace
          and relkind in ('r', 'p') and %s order by relname
        """
            .formatted(OTHER_THAN_HISTORIES));
  }

  /// The tables with rows of organisations.
  List<String> tenantTables() throws SQLException {
    return list(
        """
        select relname from pg_class join pg_attribute on attrelid = pg_class.oid
        where relnamespace = 'clew'::regnamespace and relkind in ('r', 'p')
          and attname = 'organisation_id' and not attisdropped and %s order by relname
        """
            .formatted(OTHER_THAN_HISTORIES));
  }

  /// Adds a row of an organisation; every other column gets the plainest value of its type.
  String insert(String table, String organisation) throws SQLException {
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (Column column : columns(table)) {
      names.add('"' + column.name + '"');
      values.add(
          column.name.equals("organisation_id") ? "'" + organisation + "'" : plainest(column.type));
    }
    return "insert into clew.%s (%s) values (%s)"
        .formatted(table, String.join(", ", names), String.join(", ", values));
  }

  List<String> list(String sql) throws SQLException {
    try (Connection connection = owner().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private record Column(String name, String type) {}

  private List<Column> columns(String table) throws SQLException {
    return list(
            """
            select attname || ' ' || format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = 'clew.%s'::regclass and attnum > 0 and not attisdropped
              and attgenerated = ''
            """
                .formatted(table))
        .stream()
        .map(both -> both.split(" ", 2))
        .map(both -> new Column(both[0], both[1]))
        .collect(Collectors.toList());
  }

  private static String plainest(String type) {
    if (type.endsWith("[]") || type.startsWith("json")) {
      return "'{}'";
    }
    return switch (type.replaceAll("[ (].*", "")) {
      case "uuid" -> "gen_random_uuid()";
      case "smallint", "integer", "bigint", "numeric", "real", "double" -> "1";
      case "boolean" -> "false";
      case "date", "timestamp", "time" -> "now()";
      case "bytea" -> "decode(md5(random()::text), 'hex')";
      case "interval" -> "'1 day'";
      case "int4range", "int8range", "daterange", "tstzrange" -> "'empty'";
      case "xid8" -> "pg_current_xact_id()";
      case "text", "character", "\"char\"", "tsvector" -> "left(md5(random()::text), 2)";
      default -> "null";
    };
  }
}
