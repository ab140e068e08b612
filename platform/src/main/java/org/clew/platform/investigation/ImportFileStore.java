package org.clew.platform.investigation;

import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `import_chunk`: the files of lists, in pieces, in the database and nowhere else.
@Component
final class ImportFileStore {

  private static final int PIECE_BYTES = 512 * 1024;

  private final JdbcClient sql;

  ImportFileStore(JdbcClient sql) {
    this.sql = sql;
  }

  void write(ImportId id, byte[] content) {
    UUID organisation = Tenancy.current().orElseThrow().value();
    for (int position = 0; position * (long) PIECE_BYTES < content.length; position++) {
      int from = position * PIECE_BYTES;
      sql.sql(
              """
              insert into import_chunk (import_id, organisation_id, position, content)
              values (:id, :organisation, :position, :content)
              """)
          .param("id", id.value())
          .param("organisation", organisation)
          .param("position", position)
          .param(
              "content",
              Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE_BYTES)))
          .update();
    }
  }

  boolean isThere(ImportId id) {
    return sql.sql("select exists (select from import_chunk where import_id = :id)")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /// The content, fetched piece by piece as it is read.
  InputStream read(ImportId id) {
    return new Pieces(id);
  }

  void delete(ImportId id) {
    sql.sql("delete from import_chunk where import_id = :id").param("id", id.value()).update();
  }

  private byte[] piece(ImportId id, int position) {
    return sql.sql(
            """
            select content from import_chunk where import_id = :id and position = :position
            """)
        .param("id", id.value())
        .param("position", position)
        .query((row, _) -> row.getBytes("content"))
        .optional()
        .orElse(new byte[0]);
  }

  private final class Pieces extends InputStream {

    private final ImportId id;
    private int position;
    private int at;
    private byte[] piece;

    private Pieces(ImportId id) {
      this.id = id;
      piece = piece(id, 0);
    }

    @Override
    public int read() {
      return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int taken = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, from, taken);
      at += taken;
      return taken;
    }

    private boolean more() {
      if (at == piece.length && piece.length == PIECE_BYTES) {
        position++;
        at = 0;
        piece = piece(id, position);
      }
      return at < piece.length;
    }
  }
}
