package org.clew.platform.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/// Writes every row of every module and the keys into one file, as they are at one moment, also
/// while people work. (Clew's PostgreSQL comes without `pg_dump`, and no dump would hold the keys.)
final class BackupWriter {

  /// Who is signed in is no more after a restore, and what a transaction was numbered means nothing
  /// in another database.
  private static final String TABLES =
      """
      select c.relname, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'clew'::regnamespace and c.relkind = 'r'
        and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
        and not starts_with(c.relname, 'flyway_') and not starts_with(c.relname, 'spring_session')
      group by c.relname order by c.relname
      """;

  private final Connection connection;
  private final ZipOutputStream zip;
  private final BackupSeal seal;
  private final Map<String, String> digests = new TreeMap<>();

  private BackupWriter(Connection connection, ZipOutputStream zip, BackupSeal seal) {
    this.connection = connection;
    this.zip = zip;
    this.seal = seal;
  }

  /// Writes a backup, sealed under a passphrase. The file appears under its name only once it is
  /// whole.
  ///
  /// @throws BackupRefused when there is such a file, or it cannot be written
  static void write(
      DatabaseLogin owner, Path keys, Path file, String passphrase, InstantSource clock)
      throws SQLException {
    refuseUnwritable(file);
    var terms = BackupSeal.Terms.fresh();
    BackupSeal seal = BackupSeal.of(terms, passphrase);
    Path growing = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(growing);
      Files.createFile(growing, DatabaseHome.OURS_TO_READ);
      try (Connection connection = owner.connect();
          OutputStream out = Files.newOutputStream(growing);
          var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
        // What is sealed is packed already, and packs no further.
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(BackupSeal.ENTRY));
        zip.write(JsonMapper.builder().build().writeValueAsBytes(terms));
        zip.closeEntry();
        new BackupWriter(connection, zip, seal).write(keys, clock);
      } catch (IOException | SQLException | RuntimeException e) {
        Files.delete(growing);
        throw e;
      }
      DatabaseHome.makeLasting(growing);
      Files.move(growing, file);
    } catch (IOException e) {
      throw new BackupRefused("The backup could not be written to " + file + ".", e);
    }
  }

  /// Refuses a file that is there already, or whose folder is not or takes none.
  static void refuseUnwritable(Path file) {
    if (Files.exists(file)) {
      throw new BackupRefused("There is a file " + file + " already. Choose another name.");
    }
    if (!Files.isWritable(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
      throw new BackupRefused(
          "The file " + file + " cannot be written: its folder is not there, or is not yours.");
    }
  }

  private void write(Path keys, InstantSource clock) throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      // Rather fail than leave out what a policy hides.
      statement.execute("set row_security = off");
    }
    List<Migrations.Reached> migrations = Migrations.reached(connection);
    List<BackupManifest.Table> tables = writeTables();
    writeKeys(keys);
    var manifest =
        new BackupManifest(
            BackupManifest.FORMAT,
            BackupManifest.VERSION,
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            connection.getMetaData().getDatabaseProductVersion(),
            migrations,
            tables,
            sequences(),
            Map.copyOf(digests));
    write(
        BackupManifest.ENTRY,
        out -> out.write(JsonMapper.builder().build().writeValueAsBytes(manifest)));
    connection.rollback();
  }

  private List<BackupManifest.Table> writeTables() throws SQLException, IOException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var written = new ArrayList<BackupManifest.Table>();
    for (BackupManifest.Table table : tables()) {
      var rows = new long[1];
      write(table.entry(), out -> rows[0] = copy.copyOut(copyStatement(table) + " to stdout", out));
      written.add(new BackupManifest.Table(table.name(), table.columns(), rows[0]));
    }
    return written;
  }

  /// The beginning of the statement that reads or writes a table's rows.
  static String copyStatement(BackupManifest.Table table) {
    return table.columns().stream()
        .map(BackupWriter::quoted)
        .collect(Collectors.joining(", ", "copy clew." + quoted(table.name()) + " (", ")"));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private List<BackupManifest.Table> tables() throws SQLException {
    var found = new ArrayList<BackupManifest.Table>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        var columns = (String[]) rows.getArray(2).getArray();
        found.add(new BackupManifest.Table(rows.getString(1), List.of(columns), 0));
      }
    }
    return found;
  }

  private List<BackupManifest.Sequence> sequences() throws SQLException {
    var found = new ArrayList<BackupManifest.Sequence>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select sequencename, coalesce(last_value, start_value), last_value is not null
                from pg_sequences where schemaname = 'clew' order by 1
                """)) {
      while (rows.next()) {
        found.add(
            new BackupManifest.Sequence(rows.getString(1), rows.getLong(2), rows.getBoolean(3)));
      }
    }
    return found;
  }

  private void writeKeys(Path keys) throws IOException, SQLException {
    refuseWithout(keys);
    if (!Files.isDirectory(keys)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(keys)) {
      for (Path key : tree.filter(Files::isRegularFile).sorted().toList()) {
        String name = BackupManifest.KEYS + keys.relativize(key).toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(key)) {
          write(name, in::transferTo);
        }
      }
    }
  }

  /// Rather no backup than one whose rows nobody could ever open.
  private void refuseWithout(Path keys) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet known = statement.executeQuery("select name from clew.key_check order by 1")) {
      while (known.next()) {
        Path key = keys.resolve(known.getString(1));
        if (!Files.exists(key)) {
          throw new BackupRefused(
              "The key file "
                  + key
                  + " is missing, and without it the backup would open nothing. Say with --data"
                  + " where the keys of this database are.");
        }
      }
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException, SQLException;
  }

  private void write(String name, Content content) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(name));
    MessageDigest digest = sha256();
    try (OutputStream sealed = seal.seal(name, zip)) {
      content.writeTo(new DigestOutputStream(sealed, digest));
    }
    zip.closeEntry();
    digests.put(name, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
