package org.clew.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How moments, sets and absent ids stand in a row.
final class Rows {

  private Rows() {}

  static @Nullable OffsetDateTime moment(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(moment(row, column), column);
  }

  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static PartId part(ResultSet row, String column) throws SQLException {
    return new PartId(row.getObject(column, UUID.class));
  }

  static @Nullable PartId partOrNone(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new PartId(id);
  }

  static @Nullable UUID value(@Nullable PartId id) {
    return id == null ? null : id.value();
  }

  static String[] names(Collection<? extends Enum<?>> codes) {
    return codes.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  static String @Nullable [] namesOrNone(@Nullable Collection<? extends Enum<?>> codes) {
    return codes == null ? null : names(codes);
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static <E> Set<E> codes(ResultSet row, String column, Function<String, E> read)
      throws SQLException {
    return texts(row, column).stream().map(read).collect(Collectors.toSet());
  }

  static Set<PartId> parts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray(column).getArray())
        .map(PartId::new)
        .collect(Collectors.toSet());
  }
}
